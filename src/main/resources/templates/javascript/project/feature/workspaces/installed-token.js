import { inspect } from 'node:util';

/** The owner of the bot's own token; any other is the id of a person. */
export const BOT = 'bot';

/** A token is good for 12 hours: https://docs.slack.dev/authentication/using-token-rotation. Bolt begins as early. */
const LEAD_MS = 2 * 60 * 60 * 1_000;

/** A token of Slack's. */
export class InstalledToken {
  /**
   * @param {object} parts times are milliseconds since 1970
   * @param {string} parts.access
   * @param {string | undefined} parts.refresh what it is exchanged for a new one with; nothing when it does not expire
   * @param {string | undefined} parts.botUser the id of the bot's user; nothing for a person's token
   * @param {number | undefined} parts.expires nothing when it does not expire
   * @param {number} parts.installed when somebody has said yes to it
   */
  constructor({ access, refresh, botUser, expires, installed }) {
    this.access = access;
    this.refresh = refresh;
    this.botUser = botUser;
    this.expires = expires;
    this.installed = installed;
  }

  /** Whether it is time for a new one. */
  isDue(now = Date.now()) {
    return this.expires !== undefined && now + LEAD_MS > this.expires;
  }

  isGood(now = Date.now()) {
    return this.expires === undefined || now < this.expires;
  }

  /** The same installation's next token. @param {InstalledToken} fresh */
  next({ access, refresh, expires }) {
    return new InstalledToken({ access, refresh, botUser: this.botUser, expires, installed: this.installed });
  }

  /** What nobody may read. */
  secret() {
    return JSON.stringify({ access: this.access, refresh: this.refresh });
  }

  /** Leaves the secrets out, so that no log line can show them. */
  [inspect.custom]() {
    return `InstalledToken[expires=${this.expires}, installed=${this.installed}]`;
  }
}
