import { PostgresTables } from './postgres-tables.js';
import { SqliteTables } from './sqlite-tables.js';

/** @import {Database} from './delivery-database.js' */

/** @typedef {string | number | null} Value */

/**
 * Statements, in which a question mark stands for each value. An error of one shows nothing of what the tables hold.
 *
 * @typedef {object} Session
 * @property {(sql: string, ...values: Value[]) => Promise<any[]>} query
 * @property {(sql: string, ...values: Value[]) => Promise<number>} change how many rows it was about
 */

/**
 * Tables beside the inbox's, for those who look into them seldom. They are made the first time.
 */
export class SideTables {
  #name;
  #tables;
  /** @type {((session: Session) => Promise<void>)[]} */
  #preparations = [];
  /** @type {Promise<void> | undefined} */
  #prepared;

  /**
   * @param {Database} database
   * @param {string} name of their file in SQLite, and of the lock under which one process at a time makes them in
   *     PostgreSQL
   */
  constructor(database, name) {
    this.#name = name;
    this.isShared = 'url' in database;
    this.#tables = 'url' in database ? new PostgresTables(database.url) : new SqliteTables(database.directory, name);
  }

  /** @param {(session: Session) => Promise<void>} preparation makes some of them where they are missing */
  need(preparation) {
    this.#preparations.push(preparation);
  }

  /**
   * What a query finds.
   *
   * @param {string} sql
   * @param {Value[]} values
   */
  async query(sql, ...values) {
    await this.#prepare();
    return await this.#tables.query(sql, ...values);
  }

  /**
   * How many rows a statement was about.
   *
   * @param {string} sql
   * @param {Value[]} values
   */
  async change(sql, ...values) {
    await this.#prepare();
    return await this.#tables.change(sql, ...values);
  }

  /**
   * Works with them in one transaction: all or nothing.
   *
   * @template T
   * @param {(session: Session) => Promise<T>} work
   */
  async transact(work) {
    await this.#prepare();
    return await this.#tables.transact(work);
  }

  async #prepare() {
    this.#prepared ??= this.#tables.transact(async (session) => {
      if (this.isShared) {
        // Two that make a table at the same moment would get in each other's way.
        await session.query('select pg_advisory_xact_lock(hashtext(?))', this.#name);
      }
      for (const preparation of this.#preparations) {
        await preparation(session);
      }
    });
    try {
      await this.#prepared;
    } catch (error) {
      this.#prepared = undefined;
      throw error;
    }
  }
}
