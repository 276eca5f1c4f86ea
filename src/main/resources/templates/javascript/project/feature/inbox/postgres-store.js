import pg from 'pg';
import { inTransaction } from './postgres-transaction.js';

/** @import {Stored} from './delivery-database.js' */
/** @import {Outcome} from './outcome.js' */

/** Short enough that Slack hears within its three seconds that a delivery cannot be kept. */
const PATIENCE_MS = 2_000;

/** One for each worker, and as many as the insertions of a busy workspace need. */
const CONNECTIONS = 12;

/** A machine that is gone says nothing: after a minute the server lets go of the locks that its processes held. */
const SOON_UNLOCKED = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

const TABLES = `
  create table if not exists inbox (
    id text primary key,
    body text not null,
    state text not null,
    received timestamptz not null default now(),
    due timestamptz not null default now(),
    error text);
  create index if not exists inbox_due on inbox (due) where state = 'waiting';
  create index if not exists inbox_received on inbox (received) where state = 'done';
  create table if not exists inbox_begun (
    key text primary key,
    times int not null default 1,
    since timestamptz not null default now())`;

/** A time further ahead than any pause was written before the clock was set back. */
const CLAIM = `
  select id, body as text, received from inbox
  where state = 'waiting' and (due <= now() or due > now() + interval '15 minutes')
  order by due limit 1 for update skip locked`;

const SETTLE = `
  update inbox set state = $2, body = case $2 when 'done' then '' else body end, error = $3,
    due = now() + $4 * interval '1 ms'
  where id = $1`;

/**
 * The inbox in PostgreSQL, which any number of processes share. Who works at a delivery holds the lock of its row, in
 * a transaction that ends with its connection: a process that dies leaves nothing behind. See
 * https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE
 */
export class PostgresStore {
  #pool;

  /** @param {string} url */
  constructor(url) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: 10 * PATIENCE_MS,
      keepAlive: true,
      options: SOON_UNLOCKED,
    });
    // A connection that breaks is told to whoever uses it; without these, the process would end.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** Makes the tables where they are missing. */
  async prepare() {
    await this.#transaction(async (client) => {
      // Two that make a table at the same moment would get in each other's way.
      await client.query("select pg_advisory_xact_lock(hashtext('inbox'))");
      await client.query(TABLES);
    });
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
    const insert =
      "insert into inbox (id, body, state, due) values ($1, $2, 'waiting', now() + $3 * interval '1 ms')" +
      ' on conflict do nothing';
    return (await this.#pool.query(insert, [id, text, pauseMs])).rowCount === 1;
  }

  /** @param {string} id @param {number} pauseMs */
  async postpone(id, pauseMs) {
    await this.#pool.query("update inbox set due = now() + $2 * interval '1 ms' where id = $1", [id, pauseMs]);
  }

  /** @param {string} id @param {Outcome} outcome */
  async settle(id, outcome) {
    await this.#pool.query(SETTLE, settling(id, outcome));
  }

  /** @param {string} id */
  async remove(id) {
    await this.#pool.query('delete from inbox where id = $1', [id]);
  }

  /**
   * Works at the oldest delivery that is due and that nobody else works at, and writes down what came of it.
   *
   * @param {(delivery: Stored) => Promise<Outcome>} work
   * @returns {Promise<boolean>} false when there is none
   */
  async workAtOne(work) {
    return await this.#transaction(async (client) => {
      const delivery = (await client.query(CLAIM)).rows[0];
      if (delivery !== undefined) {
        await client.query(SETTLE, settling(delivery.id, await work(delivery)));
      }
      return delivery !== undefined;
    });
  }

  /**
   * Notes at once that something is about to be done, whatever becomes of it.
   *
   * @param {string} key
   * @returns {Promise<number>} how often that was noted, this time included
   */
  async begin(key) {
    // On a connection of its own: what that of the work writes counts only once it commits.
    const upsert =
      'insert into inbox_begun (key) values ($1)' +
      ' on conflict (key) do update set times = inbox_begun.times + 1 returning times';
    return (await this.#pool.query(upsert, [key])).rows[0].times;
  }

  /** How many wait, those that are worked at included. */
  async waiting() {
    const count = "select count(*)::int as waiting from inbox where state = 'waiting'";
    return (await this.#pool.query(count)).rows[0].waiting;
  }

  /** @param {number} ageMs forgets what is done and older than this */
  async forgetOlderThan(ageMs) {
    const before = "< now() - $1 * interval '1 ms'";
    await this.#pool.query(`delete from inbox where state = 'done' and received ${before}`, [ageMs]);
    await this.#pool.query(`delete from inbox_begun where since ${before}`, [ageMs]);
  }

  /** @returns {Promise<{id: string, received: Date, error: string}[]>} what failed for the last time, oldest first */
  async dead() {
    return (await this.#pool.query("select id, received, error from inbox where state = 'dead' order by received"))
      .rows;
  }

  /** @param {string} id @returns {Promise<boolean>} false when there is no dead one of this id */
  async revive(id) {
    await this.#pool.query('delete from inbox_begun where key = $1', [id]);
    const update = "update inbox set state = 'waiting', due = now() where state = 'dead' and id = $1";
    return (await this.#pool.query(update, [id])).rowCount === 1;
  }

  async close() {
    await this.#pool.end();
  }

  /**
   * @template T
   * @param {(client: pg.PoolClient) => Promise<T>} steps
   */
  async #transaction(steps) {
    const client = await this.#pool.connect();
    return await inTransaction(client, () => steps(client));
  }
}

/** @param {string} id @param {Outcome} outcome */
function settling(id, outcome) {
  return [
    id,
    outcome.state,
    'error' in outcome ? outcome.error : null,
    outcome.state === 'waiting' ? outcome.pauseMs : 0,
  ];
}
