import { TokenRefused } from './oauth-client.js';

/** @import {InstalledToken} from './installed-token.js' */
/** @import {Installed, OAuthClient} from './oauth-client.js' */
/** @import {TokenStore} from './token-store.js' */

/** What another process has removed or installed anew is known to all after that time. */
const MEMORY_MS = 60_000;
const MOST = 10_000;

/** The token for each installation, remembered for a minute, and a new one when it is time. */
export class InstalledTokens {
  #store;
  #slack;
  /** @type {Memory<Map<string, InstalledToken>>} */
  #known = new Memory();
  /** @type {Memory<boolean>} those that there was no new one for lately: asked for with each request, it would slow down all of them */
  #triedInVain = new Memory();
  /** @type {Map<string, Promise<InstalledToken | undefined>>} what is being exchanged here */
  #exchanges = new Map();

  /** @param {TokenStore} store @param {OAuthClient} slack */
  constructor(store, slack) {
    this.#store = store;
    this.#slack = slack;
  }

  /**
   * @param {string} installedIn
   * @param {string} owner the bot, or the id of a person
   */
  async find(installedIn, owner) {
    const token = (await this.#all(installedIn)).get(owner);
    return token !== undefined && this.#isToBeExchanged(token) ? this.#rotated(installedIn, owner, token) : token;
  }

  /** @param {Installed} installed */
  async save({ installedIn, byOwner }) {
    await this.#store.save(installedIn, byOwner);
    this.#known.delete(installedIn);
  }

  /** Forgets a token whose installation has ended. @param {string} installedIn @param {string} owner */
  async delete(installedIn, owner) {
    await this.#store.delete(installedIn, owner);
    this.#known.delete(installedIn);
  }

  /** @param {string} installedIn */
  async #all(installedIn) {
    const known = this.#known.get(installedIn);
    if (known !== undefined) {
      return known;
    }
    const tokens = await this.#store.find(installedIn);
    // Whoever installs it in another process does not wait for a minute here.
    if (tokens.size > 0) {
      this.#known.put(installedIn, tokens);
    }
    return tokens;
  }

  /** @param {InstalledToken} token */
  #isToBeExchanged(token) {
    return token.isDue() && !(token.isGood() && this.#triedInVain.get(token.access));
  }

  /**
   * Those who need the same one wait for it together.
   *
   * @param {string} installedIn
   * @param {string} owner
   * @param {InstalledToken} due
   */
  async #rotated(installedIn, owner, due) {
    const place = `${installedIn} ${owner}`;
    const exchange = this.#exchanges.get(place) ?? this.#rotate(installedIn, owner, due);
    this.#exchanges.set(place, exchange);
    try {
      return await exchange;
    } finally {
      this.#exchanges.delete(place);
    }
  }

  /**
   * While Slack or another process takes its time, the old one does.
   *
   * @param {string} installedIn
   * @param {string} owner
   * @param {InstalledToken} due
   */
  async #rotate(installedIn, owner, due) {
    try {
      const next = await this.#store.rotate(installedIn, owner, (token) => this.#exchange(token));
      this.#known.delete(installedIn);
      if (next === undefined) {
        console.error(`The installation in ${installedIn} has ended. It has to be installed again.`);
      }
      return next;
    } catch (error) {
      console.warn(`No new token for ${installedIn}: ${/** @type {Error} */ (error).message}`);
      if (!due.isGood()) {
        throw error;
      }
      this.#triedInVain.put(due.access, true);
      return due;
    }
  }

  /** @param {InstalledToken} due */
  async #exchange(due) {
    try {
      return await this.#slack.refresh(due);
    } catch (error) {
      if (error instanceof TokenRefused && error.isFinal() && !due.isGood()) {
        return undefined;
      }
      throw error;
    }
  }
}

/**
 * What is known for a minute.
 *
 * @template T
 */
class Memory {
  /** @type {Map<string, {value: T, until: number}>} the oldest first */
  #entries = new Map();

  /** @param {string} key */
  get(key) {
    const entry = this.#entries.get(key);
    return entry !== undefined && Date.now() < entry.until ? entry.value : undefined;
  }

  /** @param {string} key @param {T} value */
  put(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: Date.now() + MEMORY_MS });
    for (const [oldest, { until }] of this.#entries) {
      if (this.#entries.size <= MOST && Date.now() < until) {
        return;
      }
      this.#entries.delete(oldest);
    }
  }

  /** @param {string} key */
  delete(key) {
    this.#entries.delete(key);
  }
}
