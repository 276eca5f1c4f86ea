import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { StartupError } from '../../runtime/startup-error.js';

/** @import {Outcome, Stored} from './delivery-database.js' */

const TABLES = `
  create table if not exists inbox (
    id text primary key,
    body text not null,
    state text not null,
    received integer not null,
    due integer not null,
    attempts integer not null default 0,
    error text);
  create index if not exists inbox_due on inbox (due) where state = 'waiting';
  create index if not exists inbox_received on inbox (received) where state = 'done';
  create table if not exists inbox_post (key text primary key, begun integer not null)`;

const QUARTER_OF_AN_HOUR_MS = 15 * 60 * 1_000;

/**
 * The inbox in a SQLite file, which one process has to itself. What it works at stands in its memory alone: when it
 * dies, all that is not done is waiting. Whoever writes in one turn of the event loop shares a commit, which takes the
 * disk a millisecond or two.
 */
export class SqliteStore {
  #database;
  /** @type {Set<string>} */
  #claimed = new Set();
  /** @type {{step: () => any, resolve: (value: any) => void, reject: (error: unknown) => void}[]} */
  #asked = [];

  /**
   * @param {string} directory
   * @throws {StartupError} when another process has the file, or the folder cannot be written to
   */
  constructor(directory) {
    try {
      mkdirSync(directory, { recursive: true });
      this.#database = new Sqlite(join(directory, 'inbox.db'));
      // Exclusive: the lock lasts as long as the process. Full: a commit outlives the machine's power, too.
      this.#database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma locking_mode = exclusive');
      this.#database.exec('begin immediate; commit');
    } catch (error) {
      const isLocked = /lock|busy/i.test(String(error));
      throw StartupError.failed(
        isLocked
          ? 'Another process uses the database in DATA_DIR. For several processes, set DATABASE_URL to a PostgreSQL.'
          : `The database in DATA_DIR cannot be used: ${error}`,
      );
    }
  }

  /** Makes the tables where they are missing. */
  async prepare() {
    this.#database.exec(TABLES);
  }

  /**
   * Keeps a delivery that is due after a while. When this returns, it outlives a crash.
   *
   * @param {string} id
   * @param {string} text
   * @param {number} pauseMs
   * @returns {Promise<boolean>} false when it is there already
   */
  async add(id, text, pauseMs) {
    const now = Date.now();
    const insert =
      "insert into inbox (id, body, state, received, due) values (?, ?, 'waiting', ?, ?) on conflict do nothing";
    return (await this.#write(insert, id, text, now, now + pauseMs)) === 1;
  }

  /** @param {string} id @param {number} pauseMs */
  async postpone(id, pauseMs) {
    await this.#write('update inbox set due = ? where id = ?', Date.now() + pauseMs, id);
  }

  /** @param {string} id @param {Outcome} outcome */
  async settle(id, outcome) {
    if (outcome.state === 'done') {
      await this.#write("update inbox set state = 'done', body = '', error = null where id = ?", id);
    } else {
      const due = Date.now() + (outcome.state === 'waiting' ? outcome.pauseMs : 0);
      const update = 'update inbox set state = ?, attempts = attempts + 1, error = ?, due = ? where id = ?';
      await this.#write(update, outcome.state, outcome.error, due, id);
    }
  }

  /** @param {string} id */
  async remove(id) {
    await this.#write('delete from inbox where id = ?', id);
  }

  /**
   * Works at the oldest delivery that is due and that nobody else works at, and writes down what came of it.
   *
   * @param {(delivery: Stored) => Promise<Outcome>} work
   * @returns {Promise<boolean>} false when there is none
   */
  async workAtOne(work) {
    const delivery = this.#claim();
    if (delivery === undefined) {
      return false;
    }
    try {
      await this.settle(delivery.id, await work({ ...delivery, received: new Date(delivery.received) }));
    } finally {
      this.#claimed.delete(delivery.id);
    }
    return true;
  }

  /**
   * A time further ahead than any pause was written before the clock was set back.
   *
   * @returns {any}
   */
  #claim() {
    const now = Date.now();
    const select =
      "select id, body as text, received, attempts from inbox where state = 'waiting' and (due <= ? or due > ?)" +
      ' order by due limit ?';
    const due = /** @type {any[]} */ (
      this.#database.prepare(select).all(now, now + QUARTER_OF_AN_HOUR_MS, this.#claimed.size + 1)
    );
    const free = due.find(({ id }) => !this.#claimed.has(id));
    if (free !== undefined) {
      this.#claimed.add(free.id);
    }
    return free;
  }

  /**
   * Notes that a post is about to be made.
   *
   * @param {string} key
   * @returns {Promise<boolean>} false when that was noted before, so that it may have been made
   */
  async beginPost(key) {
    const insert = 'insert into inbox_post (key, begun) values (?, ?) on conflict do nothing';
    return (await this.#write(insert, key, Date.now())) === 1;
  }

  /** How many wait, those that are worked at included. */
  async waiting() {
    const count = "select count(*) as waiting from inbox where state = 'waiting'";
    return /** @type {any} */ (this.#database.prepare(count).get()).waiting;
  }

  /** @param {number} ageMs forgets what is done and older than this */
  async forgetOlderThan(ageMs) {
    const before = Date.now() - ageMs;
    await this.#write("delete from inbox where state = 'done' and received < ?", before);
    await this.#write('delete from inbox_post where begun < ?', before);
  }

  /** @returns {Promise<{id: string, received: Date, error: string}[]>} what failed for the last time, oldest first */
  async dead() {
    const select = "select id, received, error from inbox where state = 'dead' order by received";
    const rows = /** @type {any[]} */ (this.#database.prepare(select).all());
    return rows.map(({ id, received, error }) => ({ id, received: new Date(received), error }));
  }

  /** @param {string} id @returns {Promise<boolean>} false when there is no dead one of this id */
  async revive(id) {
    const update = "update inbox set state = 'waiting', attempts = 0, due = ? where state = 'dead' and id = ?";
    return (await this.#write(update, Date.now(), id)) === 1;
  }

  async close() {
    this.#commit();
    // The lock goes with the process: the library keeps a file open until nobody knows its statements any more.
    this.#database.close();
  }

  /**
   * How many rows a statement has changed, once that is on the disk.
   *
   * @param {string} sql
   * @param {(string | number)[]} values
   * @returns {Promise<number>}
   */
  #write(sql, ...values) {
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) {
        setImmediate(() => this.#commit());
      }
      this.#asked.push({ step: () => this.#database.prepare(sql).run(...values).changes, resolve, reject });
    });
  }

  /** All or none. When one step fails, each has a transaction of its own, so that the others do not fail with it. */
  #commit(together = this.#asked.splice(0)) {
    if (together.length === 0) {
      return;
    }
    try {
      const changes = this.#database.transaction(() => together.map(({ step }) => step()))();
      for (const [i, { resolve }] of together.entries()) {
        resolve(changes[i]);
      }
    } catch (error) {
      if (together.length === 1) {
        together[0]?.reject(error);
      } else {
        for (const one of together) {
          this.#commit([one]);
        }
      }
    }
  }
}
