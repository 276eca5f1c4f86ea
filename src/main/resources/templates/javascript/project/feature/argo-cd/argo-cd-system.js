import { SystemClient } from '../private-systems/system-client.js';
import { SystemSettings } from '../private-systems/system-settings.js';
import { ArgoCd } from './argo-cd.js';
import { argoCdStatus } from './argo-cd-status.js';
import { argoCdSync } from './argo-cd-sync.js';

/** @import {Environment} from '../../runtime/environment.js' */
/** @import {PrivateSystem} from '../private-systems/operation.js' */

/**
 * Argo CD, as the environment names it.
 *
 * @param {Environment} environment
 * @returns {PrivateSystem}
 */
export function readArgoCd(environment) {
  const words = ['status', 'sync'];
  const settings = new SystemSettings(environment, 'ARGOCD_');
  if (!settings.isThere()) {
    return { words, operations: [] };
  }
  const server = new SystemClient('Argo CD', settings.address(), settings.bearer());
  const argoCd = new ArgoCd(server, settings.optional('PROJECT'));
  return { words, operations: [argoCdStatus(argoCd), argoCdSync(argoCd)] };
}
