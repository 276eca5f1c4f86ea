import { AuditTrail } from './audit-trail.js';
import { nameOf } from './operation.js';
import { readPermissions } from './permissions-file.js';

/** @import {Environment} from '../../runtime/environment.js' */
/** @import {Operation, PrivateSystem} from './operation.js' */
/** @import {WhoMay} from './who-may.js' */

const CHANNEL = /^[CG][A-Z0-9]+$/;
const SECONDS = /^([1-9]\d{0,2}|[12]\d{3}|3[0-5]\d{2}|3600)$/;
const LIMIT = 'CONFIRMATION_SECONDS';

/**
 * The systems behind the bot, and who may do what with them.
 *
 * @typedef {object} PrivateSystems
 * @property {Operation[]} operations
 * @property {WhoMay} permissions
 * @property {number} patienceMs how long a click is waited for
 * @property {AuditTrail} audit
 */

/**
 * Problems with variables go to the environment, which says them together.
 *
 * @param {Environment} environment
 * @param {PrivateSystem[]} systems
 * @returns {PrivateSystems}
 * @throws {import('../../runtime/startup-error.js').StartupError} when the permissions are wrong
 */
export function readPrivateSystems(environment, systems) {
  const operations = systems.flatMap((system) => system.operations);
  const words = systems.flatMap((system) => system.words);
  const unknown = operations.map(nameOf).filter((name) => !words.includes(name));
  if (unknown.length > 0) {
    throw new Error(`The words ${words} lack ${unknown}`);
  }
  return {
    operations,
    permissions: readPermissions(environment.value('PERMISSIONS_FILE', ''), words, operations),
    patienceMs: patience(environment),
    audit: new AuditTrail(auditChannel(environment)),
  };
}

/** @param {Environment} environment */
function auditChannel(environment) {
  const name = 'AUDIT_CHANNEL';
  return environment.value(name, '') === ''
    ? ''
    : environment.secret(name, CHANNEL, 'the id of a channel, such as C0123ABC');
}

/** @param {Environment} environment */
function patience(environment) {
  return environment.value(LIMIT, '') === ''
    ? 10 * 60_000
    : Number(environment.secret(LIMIT, SECONDS, 'a whole number from 1 to 3600')) * 1_000;
}
