import { InstalledToken } from './installed-token.js';

/** @import {Session, SideTables, Value} from '../inbox/side-tables.js' */
/** @import {KeyRing} from './key-ring.js' */

const TABLE = `
  create table if not exists slack_token (
    installed_in text not null, owner text not null, secret text not null, bot_user text,
    expires bigint, installed bigint not null, primary key (installed_in, owner))`;

const SAVE = `
  insert into slack_token (installed_in, owner, secret, bot_user, expires, installed)
  values (?, ?, ?, ?, ?, ?)
  on conflict (installed_in, owner) do update set secret = excluded.secret, bot_user = excluded.bot_user,
    expires = excluded.expires, installed = excluded.installed`;

/** @typedef {Pick<Session, 'query' | 'change'>} Statements */

/**
 * The tokens of all installations, each encrypted. An installation is told by the id of its workspace, or of its
 * organization when it is org-wide.
 */
export class TokenStore {
  #tables;
  #keys;

  /** @param {SideTables} tables @param {KeyRing} keys */
  constructor(tables, keys) {
    this.#tables = tables;
    this.#keys = keys;
    tables.need(async (session) => {
      await session.change(TABLE);
      await this.#encryptAnew(session);
    });
  }

  /**
   * All tokens of an installation by their owners; none if there is no such installation.
   *
   * @param {string} installedIn
   */
  find(installedIn) {
    return this.#tokens(this.#tables, 'where installed_in = ?', installedIn);
  }

  /**
   * Keeps what somebody has said yes to, all of it or nothing.
   *
   * @param {string} installedIn
   * @param {Map<string, InstalledToken>} byOwner
   */
  async save(installedIn, byOwner) {
    await this.#tables.transact(async (session) => {
      for (const [owner, token] of byOwner) {
        await this.#save(session, installedIn, owner, token);
      }
    });
  }

  /** Forgets one owner's token. @param {string} installedIn @param {string} owner */
  async delete(installedIn, owner) {
    await remove(this.#tables, installedIn, owner);
  }

  /**
   * Exchanges a token that is due, in one process at a time: the row is locked until the new one is kept, and who has
   * waited for that finds it. Two that exchange the same one would make each other's useless.
   *
   * @param {string} installedIn
   * @param {string} owner
   * @param {(due: InstalledToken) => Promise<InstalledToken | undefined>} exchange none when the installation has ended
   * @returns {Promise<InstalledToken | undefined>} what is kept then, if anything is
   * @throws {Error} also when another process takes too long
   */
  rotate(installedIn, owner, exchange) {
    // SQLite has no locks of rows; its transactions that write come one after the other.
    const row = `where installed_in = ? and owner = ?${this.#tables.isShared ? ' for update' : ''}`;
    return this.#tables.transact(async (session) => {
      const kept = (await this.#tokens(session, row, installedIn, owner)).get(owner);
      if (kept === undefined || !kept.isDue()) {
        return kept;
      }
      const fresh = await exchange(kept);
      if (fresh === undefined) {
        await remove(session, installedIn, owner);
        return undefined;
      }
      const next = kept.next(fresh);
      await this.#save(session, installedIn, owner, next);
      return next;
    });
  }

  /**
   * @param {Statements} session
   * @param {string} which
   * @param {Value[]} values
   */
  async #tokens(session, which, ...values) {
    const rows = await session.query(`select * from slack_token ${which}`, ...values);
    return new Map(rows.map((row) => [String(row.owner), this.#token(row)]));
  }

  /** PostgreSQL's client gives large numbers as texts. @param {Record<string, any>} row */
  #token({ installed_in: installedIn, owner, secret, bot_user: botUser, expires, installed }) {
    const { access, refresh } = JSON.parse(this.#keys.open(secret, place(installedIn, owner)));
    return new InstalledToken({
      access,
      refresh,
      botUser: botUser ?? undefined,
      expires: expires === null ? undefined : Number(expires),
      installed: Number(installed),
    });
  }

  /**
   * @param {Statements} session
   * @param {string} installedIn
   * @param {string} owner
   * @param {InstalledToken} token
   */
  async #save(session, installedIn, owner, token) {
    const secret = this.#keys.lock(token.secret(), place(installedIn, owner));
    const { botUser = null, expires = null, installed } = token;
    await session.change(SAVE, installedIn, owner, secret, botUser, expires, installed);
  }

  /** What an older key has encrypted, the first one does from now on, so that the older one can go. @param {Session} session */
  async #encryptAnew(session) {
    for (const row of await session.query('select installed_in, owner, secret from slack_token')) {
      const { installed_in: installedIn, owner, secret: old } = row;
      if (this.#keys.isOld(old)) {
        const where = place(installedIn, owner);
        const secret = this.#keys.lock(this.#keys.open(old, where), where);
        const update = 'update slack_token set secret = ? where installed_in = ? and owner = ? and secret = ?';
        await session.change(update, secret, installedIn, owner, old);
      }
    }
  }
}

/** @param {string} installedIn @param {string} owner */
function place(installedIn, owner) {
  return `${installedIn} ${owner}`;
}

/** @param {Statements} session @param {string} installedIn @param {string} owner */
async function remove(session, installedIn, owner) {
  await session.change('delete from slack_token where installed_in = ? and owner = ?', installedIn, owner);
}
