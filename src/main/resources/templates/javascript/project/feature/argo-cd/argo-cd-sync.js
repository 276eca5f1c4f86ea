import { PATIENCE, watch } from '../private-systems/begun-work.js';
import { ArgoCd } from './argo-cd.js';

/** @import {Change} from '../private-systems/operation.js' */

/**
 * `sync APP`: brings an application to what its repository says, and waits a while for the outcome. What was shown is
 * what is synced to, whatever the repository says by then. Only an application that Argo CD syncs by itself goes to
 * what is newest: there Argo CD refuses any other revision.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/
 *
 * @param {ArgoCd} argoCd
 * @returns {Change}
 */
export function argoCdSync(argoCd, patience = PATIENCE) {
  return {
    usage: 'sync APP',
    accepts: ArgoCd.accepts,
    offer: async ([app]) => {
      const found = await argoCd.application(String(app));
      const revision = found.isAutomated ? '' : found.revision;
      const text =
        `Sync ${found.name}, which is ${found.sync} and ${found.health}, to ` +
        `${revision === '' ? 'what is newest by then' : `revision ${revision}`}, in namespace ${found.namespace} of ` +
        `${found.cluster}. Nothing is pruned.${found.isBusy ? ' Argo CD is at work on it at the moment.' : ''}`;
      return { text, pin: revision };
    },
    carryOut: async ([app], pin) => {
      const name = String(app);
      await argoCd.sync(name, pin);
      const outcome = await watch(async () => {
        const found = await argoCd.application(name);
        return found.isBusy ? undefined : `The sync of ${name} ended: ${found.phase} ${found.message}`;
      }, patience);
      return outcome ?? `The sync of ${name} has begun and is not finished yet; \`status ${name}\` tells.`;
    },
  };
}
