import { boundedText, TooLong } from './bounded-text.js';
import { SystemTrouble } from './system-trouble.js';

/** @import {SystemCredentials} from './system-credentials.js' */

/** @typedef {{status: number, headers: Headers, body: string}} Answer */

/** For an answer as a whole, and how much of it there may be. */
export const LIMITS = { ms: 5_000, bytes: 4 << 20 };

const MOST_LOGGED = 200;
const PASSING_TROUBLE = [502, 503, 504];

/** How the sentence ends when something was read, and when something was changed. */
const NO_HARM = '.';
const WHO_KNOWS = '; look there whether it was done before you ask again.';

/**
 * HTTP with one system, at one address. Redirects are not followed: nothing that a system answers picks another host,
 * which would get the credentials.
 */
export class SystemClient {
  #name;
  #address;
  #credentials;
  #limits;

  /**
   * @param {string} name
   * @param {string} address where the API begins, without a slash at the end
   * @param {SystemCredentials} credentials
   */
  constructor(name, address, credentials, limits = LIMITS) {
    this.#name = name;
    this.#address = address;
    this.#credentials = credentials;
    this.#limits = limits;
  }

  /**
   * Reads. What failed on its way is tried once more, since reading twice does no harm.
   *
   * @param {string} path
   * @throws {SystemTrouble}
   */
  async get(path) {
    try {
      const answer = await this.#send(path, {}, NO_HARM);
      if (!PASSING_TROUBLE.includes(answer.status)) {
        return answer;
      }
    } catch (error) {
      console.info(`${error} One more try`);
    }
    return await this.#send(path, {}, NO_HARM);
  }

  /**
   * Changes something. It is never repeated: without an answer, nobody knows whether it was done.
   *
   * @param {string} path
   * @param {string} contentType
   * @param {string} body
   * @throws {SystemTrouble}
   */
  async post(path, contentType, body) {
    const headers = { 'Content-Type': contentType };
    const answer = await this.#send(path, { method: 'POST', headers, body }, WHO_KNOWS);
    if (answer.status >= 500) {
      this.#log(answer);
      throw new SystemTrouble(`${this.#name} answered with status ${answer.status}${WHO_KNOWS}`);
    }
    return answer;
  }

  /**
   * The JSON of a good answer.
   *
   * @param {Answer} answer
   * @returns {object}
   * @throws {SystemTrouble}
   */
  json(answer) {
    if (answer.status < 200 || answer.status > 299) {
      throw this.refused(answer);
    }
    const json = jsonOf(answer);
    if (typeof json !== 'object' || json === null) {
      // Such as the page of a proxy where one logs in.
      throw new SystemTrouble(`${this.#name} answered with something else than JSON.`);
    }
    return json;
  }

  /** What to say of an answer that nobody expected; the system's own words stay in the log. @param {Answer} answer */
  refused(answer) {
    this.#log(answer);
    return new SystemTrouble(
      answer.status === 401 || answer.status === 403
        ? `${this.#name} refuses the bot's credentials, or they may not do this.`
        : `${this.#name} answered with status ${answer.status}.`,
    );
  }

  /** @param {Answer} answer */
  #log(answer) {
    console.warn(`${this.#name} answered ${answer.status}: ${this.#forLog(answer.body)}`);
  }

  /** The beginning, as one line, without the credentials, which a system may send back. @param {string} text */
  #forLog(text) {
    return this.#credentials
      .hiddenIn(text)
      .slice(0, MOST_LOGGED)
      .replace(/\r\n|[\p{Cc}\u2028\u2029]/gu, ' ');
  }

  /**
   * @param {string} path
   * @param {RequestInit} request
   * @param {string} end
   * @returns {Promise<Answer>}
   */
  async #send(path, request, end) {
    const hangUp = new AbortController();
    const limit = setTimeout(() => hangUp.abort(new Error('no answer in time')), this.#limits.ms);
    const header = this.#credentials.header();
    const headers = { ...request.headers, ...(header !== undefined && { Authorization: header }) };
    try {
      const { signal } = hangUp;
      const answer = await fetch(this.#address + path, { ...request, headers, redirect: 'manual', signal });
      return { status: answer.status, headers: answer.headers, body: await boundedText(answer, this.#limits.bytes) };
    } catch (error) {
      const cause = /** @type {Error} */ (error).cause ?? error;
      console.warn(`${this.#name} gives no answer: ${this.#forLog(String(cause))}`);
      const what = error instanceof TooLong ? 'answers more than the bot reads' : 'does not answer';
      throw new SystemTrouble(`${this.#name} ${what}${end}`);
    } finally {
      clearTimeout(limit);
      hangUp.abort();
    }
  }
}

/**
 * @param {Answer} answer
 * @returns {unknown} nothing where it is no JSON
 */
export function jsonOf({ body }) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
