import { ArgoCd } from './argo-cd.js';

/** @import {Question} from '../private-systems/operation.js' */

/**
 * `status APP`: what Argo CD says of an application.
 *
 * @param {ArgoCd} argoCd
 * @returns {Question}
 */
export function argoCdStatus(argoCd) {
  return {
    usage: 'status APP',
    accepts: ArgoCd.accepts,
    answer: async ([app]) => {
      const found = await argoCd.application(String(app));
      const revision = found.revision === '' ? '' : `, revision ${found.revision}`;
      const last = found.phase === '' ? '' : `\nLast operation: ${found.phase} ${found.message}`;
      return `${found.name}: ${found.sync}, ${found.health}${revision}${last}`;
    },
  };
}
