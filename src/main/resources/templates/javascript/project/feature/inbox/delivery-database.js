import { PostgresStore } from './postgres-store.js';
import { SqliteStore } from './sqlite-store.js';

/** @import {Environment} from '../../runtime/environment.js' */

/**
 * Where deliveries are kept.
 *
 * @typedef {{url: string} | {directory: string}} Database a PostgreSQL, for any number of processes, or the folder of a
 *     SQLite file of one process, on a disk that outlives it
 */

/** @typedef {PostgresStore | SqliteStore} Store */

/**
 * A delivery of Slack's, as the database keeps it.
 *
 * @typedef {object} Stored
 * @property {string} id what tells it from every other one; the same in each of Slack's repeats
 * @property {string} text as Slack sent it: a JSON object or a form
 * @property {Date} received when it came first
 */

const EXPECTED = 'postgresql://USER:PASSWORD@HOST:PORT/DATABASE';

/**
 * The database that `DATABASE_URL` names, or a file in `DATA_DIR` where one outlives the bot.
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
        `${EXPECTED}; write special characters of the password as in a web address, such as %40 for @`,
      );
    }
    return { url };
  }
  let isRequired = false;
  // region kubernetes
  isRequired = true;
  // endregion
  // region cloud-run
  isRequired = true;
  // endregion
  // region lambda
  isRequired = true;
  // endregion
  if (isRequired) {
    environment.missing('DATABASE_URL', `${EXPECTED}; a file would go with its process`);
  }
  return { directory: environment.value('DATA_DIR', 'data') };
}

/**
 * @param {Database} database
 * @returns {Store}
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
