import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'libsql';

/** @import {Session} from './side-tables.js' */

/** As long as others wait for a lock in PostgreSQL. */
const TURN_LIMIT_MS = 2_000;

/**
 * Side tables in a SQLite file. Transactions come one after the other: they take turns here, since waiting for a lock
 * of the file would hold up everything else. Who only reads waits for none.
 */
export class SqliteTables {
  #directory;
  #file;
  /** @type {{reader: Sqlite.Database, writer: Sqlite.Database} | undefined} */
  #connections;
  /** @type {Promise<unknown>} */
  #lastTurn = Promise.resolve();

  /** @param {string} directory @param {string} name */
  constructor(directory, name) {
    this.#directory = directory;
    this.#file = join(directory, `${name}.db`);
  }

  /** @type {Session['query']} */
  async query(sql, ...values) {
    return await sessionOn(this.#open().reader).query(sql, ...values);
  }

  /** @type {Session['change']} */
  change(sql, ...values) {
    return this.transact((session) => session.change(sql, ...values));
  }

  /**
   * @template T
   * @param {(session: Session) => Promise<T>} work
   */
  async transact(work) {
    const end = await this.#turn();
    try {
      const { writer } = this.#open();
      const session = sessionOn(writer);
      await session.change('begin immediate');
      try {
        const result = await work(session);
        await session.change('commit');
        return result;
      } finally {
        if (writer.inTransaction) {
          await session.change('rollback');
        }
      }
    } finally {
      end();
    }
  }

  /** @returns {Promise<() => void>} what ends the turn */
  async #turn() {
    const before = this.#lastTurn;
    let end = () => {};
    const turn = new Promise((resolve) => {
      end = () => resolve(undefined);
    });
    this.#lastTurn = before.then(() => turn);
    const limit = new AbortController();
    const late = sleep(TURN_LIMIT_MS, true, { signal: limit.signal }).catch(() => false);
    const isLate = await Promise.race([before.then(() => false), late]);
    limit.abort();
    if (isLate) {
      end();
      throw new Error('The database cannot be used: another transaction takes too long');
    }
    return end;
  }

  #open() {
    if (this.#connections === undefined) {
      mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
      const writer = new Sqlite(this.#file);
      writer.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 2000');
      const reader = new Sqlite(this.#file);
      reader.exec('pragma busy_timeout = 2000');
      this.#connections = { reader, writer };
    }
    return this.#connections;
  }
}

/**
 * @param {Sqlite.Database} connection
 * @returns {Session}
 */
function sessionOn(connection) {
  return {
    query: async (sql, ...values) => shown(() => connection.prepare(sql).all(...values)),
    change: async (sql, ...values) => shown(() => connection.prepare(sql).run(...values).changes),
  };
}

/**
 * @template T
 * @param {() => T} step
 */
function shown(step) {
  try {
    return step();
  } catch (error) {
    throw new Error(`The database cannot be used: ${/** @type {{code?: unknown}} */ (error).code}`);
  }
}
