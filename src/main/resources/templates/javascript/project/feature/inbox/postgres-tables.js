import pg from 'pg';
import { inTransaction } from './postgres-transaction.js';

/** @import {Session, Value} from './side-tables.js' */

const PATIENCE_MS = 2_000;
const LONGEST_MS = 5_000;
const CONNECTIONS = 4;

/** Whoever waits for another process's lock waits no longer than Slack waits for an answer. */
const SHORT_WAIT = '-c lock_timeout=2000';

/** Side tables in PostgreSQL. Who has nothing to do for a while has no connection either. */
export class PostgresTables {
  #pool;

  /** @param {string} url */
  constructor(url) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: LONGEST_MS,
      allowExitOnIdle: true,
      options: SHORT_WAIT,
    });
    // A connection that breaks is told to whoever uses it; without these, the process would end.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** @type {Session['query']} */
  query(sql, ...values) {
    return sessionOn(this.#pool).query(sql, ...values);
  }

  /** @type {Session['change']} */
  change(sql, ...values) {
    return sessionOn(this.#pool).change(sql, ...values);
  }

  /**
   * @template T
   * @param {(session: Session) => Promise<T>} work
   */
  async transact(work) {
    const client = await unlessAway(() => this.#pool.connect());
    return await inTransaction(client, () => work(sessionOn(client)));
  }
}

/**
 * @param {pg.Pool | pg.PoolClient} connection
 * @returns {Session}
 */
function sessionOn(connection) {
  /** @param {string} sql @param {Value[]} values */
  const run = (sql, values) => unlessAway(() => connection.query(numbered(sql), values));
  return {
    query: async (sql, ...values) => (await run(sql, values)).rows,
    change: async (sql, ...values) => (await run(sql, values)).rowCount ?? 0,
  };
}

/** Each question mark as PostgreSQL writes it. @param {string} sql */
function numbered(sql) {
  let count = 0;
  return sql.replaceAll('?', () => `$${++count}`);
}

/**
 * @template T
 * @param {() => Promise<T>} step
 */
async function unlessAway(step) {
  try {
    return await step();
  } catch (error) {
    const code = /** @type {{code?: unknown}} */ (error).code ?? 'no answer in time';
    throw new Error(`The database cannot be used: ${code}`);
  }
}
