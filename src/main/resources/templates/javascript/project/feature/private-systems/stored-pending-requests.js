// region inbox
import { randomUUID } from 'node:crypto';
import { SideTables } from '../inbox/side-tables.js';

/** @import {Database} from '../inbox/delivery-database.js' */
/** @import {Pending, PendingRequests} from './pending-requests.js' */

const TABLE = `
  create table if not exists pending_request (
    id text primary key, step text not null, command text not null, pin text not null,
    requester text not null, team text not null, channel text not null, until bigint not null)`;

/**
 * For several processes on one PostgreSQL, any of which may get a click.
 *
 * @implements {PendingRequests}
 */
export class StoredPendingRequests {
  #tables;

  /** @param {Database} database */
  constructor(database) {
    this.#tables = new SideTables(database, 'pending_request');
    this.#tables.need(async (session) => {
      await session.change(TABLE);
    });
  }

  /**
   * What fits to a database: one process keeps its requests itself.
   *
   * @param {Database} database
   * @param {PendingRequests} ofOneProcess
   * @returns {PendingRequests}
   */
  static in(database, ofOneProcess) {
    return 'url' in database ? new StoredPendingRequests(database) : ofOneProcess;
  }

  /** @param {Pending} request */
  async add({ step, command, pin, requester, team, channel, until }) {
    const id = randomUUID(); // 122 bits of chance
    await this.#tables.change('delete from pending_request where until < ?', Date.now());
    const insert = 'insert into pending_request values (?, ?, ?, ?, ?, ?, ?, ?)';
    await this.#tables.change(insert, id, step, command, pin, requester, team, channel, until);
    return id;
  }

  /** @param {string} id */
  async find(id) {
    return await this.#one('select * from pending_request where id = ?', id);
  }

  /** @param {string} id */
  async take(id) {
    return await this.#one('delete from pending_request where id = ? returning *', id);
  }

  /**
   * @param {string} sql
   * @param {string} id
   * @returns {Promise<Pending | undefined>}
   */
  async #one(sql, id) {
    const [row] = await this.#tables.query(sql, id);
    if (row === undefined) {
      return undefined;
    }
    const { step, command, pin, requester, team, channel, until } = row;
    return { step, command, pin, requester, team, channel, until: Number(until) };
  }
}
// endregion
