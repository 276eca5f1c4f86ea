import { PostgresStore } from './postgres-store.js';
import { SqliteStore } from './sqlite-store.js';

/** @import {Environment} from '../../runtime/environment.js' */

/**
 * Where deliveries are kept.
 *
 * @typedef {{url: string} | {directory: string}} Database a PostgreSQL, for any number of processes, or the folder of a
 *     SQLite file of one process, on a disk that outlives it
 */

/**
 * A delivery of Slack's, as the database keeps it.
 *
 * @typedef {object} Stored
 * @property {string} id what tells it from every other one; the same in each of Slack's repeats
 * @property {string} text as Slack sent it: a JSON object or a form
 * @property {Date} received when it came first
 * @property {number} attempts how often work on it has failed
 */

/**
 * What came of the work on a delivery. One that waits is due again after a pause; a dead one has failed for the last
 * time, and a person has to look at it.
 *
 * @typedef {{state: 'done'} | {state: 'waiting', pauseMs: number, error: string} | {state: 'dead', error: string}} Outcome
 */

/**
 * The database that `DATABASE_URL` names, or a file in `DATA_DIR`.
 *
 * @param {Environment} environment
 * @returns {Database}
 */
export function readDatabase(environment) {
  const url = environment.value('DATABASE_URL', '');
  if (url !== '') {
    if (!isPostgres(url)) {
      environment.wrong(
        'DATABASE_URL',
        'postgresql://USER:PASSWORD@HOST:PORT/DATABASE; write special characters of the password as in a web' +
          ' address, such as %40 for @',
      );
    }
    return { url };
  }
  let outlivesTheProcess = true;
  // region kubernetes
  outlivesTheProcess = false;
  // endregion
  // region cloud-run
  outlivesTheProcess = false;
  // endregion
  if (!outlivesTheProcess && environment.value('DATA_DIR', '') === '') {
    environment.missing(
      'DATABASE_URL',
      'a file here goes with its process; name a PostgreSQL, or in DATA_DIR the folder of a volume that stays',
    );
  }
  return { directory: environment.value('DATA_DIR', 'data') };
}

/**
 * @param {Database} database
 * @throws {import('../../runtime/startup-error.js').StartupError} when the file is in use or cannot be made
 */
export function openStore(database) {
  return 'url' in database ? new PostgresStore(database.url) : new SqliteStore(database.directory);
}

/** @param {string} text */
function isPostgres(text) {
  try {
    const url = new URL(text);
    return /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
  } catch {
    return false;
  }
}
