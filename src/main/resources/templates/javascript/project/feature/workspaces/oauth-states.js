import { randomBytes } from 'node:crypto';

/** @import {SideTables} from '../inbox/side-tables.js' */

const TABLE = `
  create table if not exists oauth_state (state text primary key, until bigint not null)`;
const INDEX = `
  create index if not exists oauth_state_until on oauth_state (until)`;

/** Anybody may begin as many as they like. So many people do not in ten minutes, and they take a few MiB at most. */
const MOST = 10_000;

/** Those that came to nothing, and the oldest of too many: were the newest refused, a crowd would lock out all. */
const LET_GO = `
  delete from oauth_state
  where until < ? or until <= (select until from oauth_state order by until desc limit 1 offset ?)`;

const BYTES = 32;

/** What tells installations that are under way, each good once and for some time. */
export class OAuthStates {
  #tables;
  #most;

  /** @param {SideTables} tables */
  constructor(tables, most = MOST) {
    this.#tables = tables;
    this.#most = most;
    tables.need(async (session) => {
      await session.change(TABLE);
      await session.change(INDEX);
    });
  }

  /** Makes a state that nobody can guess. @param {number} lifeMs */
  async begin(lifeMs) {
    const state = randomBytes(BYTES).toString('base64url');
    const now = Date.now();
    await this.#tables.change(LET_GO, now, this.#most - 1);
    await this.#tables.change('insert into oauth_state values (?, ?)', state, now + lifeMs);
    return state;
  }

  /** Takes a state, in one step: of two that bring it at once, one has it. @param {string} state */
  async take(state) {
    const taking = 'delete from oauth_state where state = ? and until >= ?';
    return (await this.#tables.change(taking, state, Date.now())) === 1;
  }
}
