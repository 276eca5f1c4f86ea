import { SystemClient } from '../private-systems/system-client.js';
import { SystemCredentials } from '../private-systems/system-credentials.js';
import { SystemSettings } from '../private-systems/system-settings.js';
import { jenkinsBuild } from './jenkins-build.js';

/** @import {Environment} from '../../runtime/environment.js' */
/** @import {PrivateSystem} from '../private-systems/operation.js' */

/**
 * Jenkins, as the environment names it.
 *
 * @param {Environment} environment
 * @returns {PrivateSystem}
 */
export function readJenkins(environment) {
  const words = ['build'];
  const settings = new SystemSettings(environment, 'JENKINS_');
  if (!settings.isThere()) {
    return { words, operations: [] };
  }
  // Jenkins asks nobody for credentials, it just refuses: they have to come with each request.
  const credentials = SystemCredentials.basic(settings.required('USER'), settings.required('TOKEN'));
  return { words, operations: [jenkinsBuild(new SystemClient('Jenkins', settings.address(), credentials))] };
}
