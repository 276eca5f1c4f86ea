import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { StartupError } from '../../runtime/startup-error.js';

/** @import {Stored} from './delivery-database.js' */
/** @import {Outcome} from './outcome.js' */

const TABLES = `
  create table if not exists inbox (
    id text primary key,
    body text not null,
    state text not null,
    received integer not null,
    due integer not null,
    error text);
  create index if not exists inbox_due on inbox (due) where state = 'waiting';
  create index if not exists inbox_received on inbox (received) where state = 'done';
  create table if not exists inbox_begun (
    key text primary key,
    times integer not null default 1,
    since integer not null)`;

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
  /** @type {{step: () => number, resolve: (value: number) => void, reject: (error: unknown) => void}[]} */
  #asked = [];

  /**
   * @param {string} directory
   * @throws {StartupError} when another process has the file, or the folder cannot be written to
   */
  constructor(directory) {
    try {
      // For the bot's user alone: what people have written lies there.
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      this.#database = new Sqlite(join(directory, 'inbox.db'));
      // Exclusive: the lock lasts as long as the process. Full: a commit outlives the machine's power, too.
      this.#database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma locking_mode = exclusive');
      this.#database.exec('begin immediate; commit');
    } catch (error) {
      const code = String(/** @type {{code?: unknown}} */ (error).code);
      throw StartupError.failed(
        /^SQLITE_(BUSY|LOCKED)/.test(code)
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
    return (await this.#change(insert, id, text, now, now + pauseMs)) === 1;
  }

  /** @param {string} id @param {number} pauseMs */
  async postpone(id, pauseMs) {
    await this.#change('update inbox set due = ? where id = ?', Date.now() + pauseMs, id);
  }

  /** @param {string} id @param {Outcome} outcome */
  async settle(id, outcome) {
    if (outcome.state === 'done') {
      await this.#change("update inbox set state = 'done', body = '', error = null where id = ?", id);
    } else {
      const due = Date.now() + (outcome.state === 'waiting' ? outcome.pauseMs : 0);
      const update = 'update inbox set state = ?, error = ?, due = ? where id = ?';
      await this.#change(update, outcome.state, outcome.error, due, id);
    }
  }

  /** @param {string} id */
  async remove(id) {
    await this.#change('delete from inbox where id = ?', id);
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
      "select id, body as text, received from inbox where state = 'waiting' and (due <= ? or due > ?)" +
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
   * Notes at once that something is about to be done, whatever becomes of it.
   *
   * @param {string} key
   * @returns {Promise<number>} how often that was noted, this time included
   */
  async begin(key) {
    const upsert =
      'insert into inbox_begun (key, since) values (?, ?) on conflict (key) do update set times = times + 1' +
      ' returning times';
    return await this.#write(() => /** @type {any} */ (this.#database.prepare(upsert).get(key, Date.now())).times);
  }

  /** How many wait, those that are worked at included. */
  async waiting() {
    const count = "select count(*) as waiting from inbox where state = 'waiting'";
    return /** @type {any} */ (this.#database.prepare(count).get()).waiting;
  }

  /** @param {number} ageMs forgets what is done and older than this */
  async forgetOlderThan(ageMs) {
    const before = Date.now() - ageMs;
    await this.#change("delete from inbox where state = 'done' and received < ?", before);
    await this.#change('delete from inbox_begun where since < ?', before);
  }

  /** @returns {Promise<{id: string, received: Date, error: string}[]>} what failed for the last time, oldest first */
  async dead() {
    const select = "select id, received, error from inbox where state = 'dead' order by received";
    const rows = /** @type {any[]} */ (this.#database.prepare(select).all());
    return rows.map(({ id, received, error }) => ({ id, received: new Date(received), error }));
  }

  /** @param {string} id @returns {Promise<boolean>} false when there is no dead one of this id */
  async revive(id) {
    await this.#change('delete from inbox_begun where key = ?', id);
    const update = "update inbox set state = 'waiting', due = ? where state = 'dead' and id = ?";
    return (await this.#change(update, Date.now(), id)) === 1;
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
  #change(sql, ...values) {
    return this.#write(() => this.#database.prepare(sql).run(...values).changes);
  }

  /**
   * What a step returns, once that is on the disk.
   *
   * @param {() => number} step
   * @returns {Promise<number>}
   */
  #write(step) {
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) {
        setImmediate(() => this.#commit());
      }
      this.#asked.push({ step, resolve, reject });
    });
  }

  /** All or none. When one step fails, each has a transaction of its own, so that the others do not fail with it. */
  #commit(together = this.#asked.splice(0)) {
    if (together.length === 0) {
      return;
    }
    try {
      const all = () => together.map(({ step, resolve }) => ({ value: step(), resolve }));
      for (const { value, resolve } of this.#database.transaction(all)()) {
        resolve(value);
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
