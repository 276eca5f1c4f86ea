import { StartupError } from './startup-error.js';

/** @typedef {'socket-mode' | 'events-api'} Transport by the names that `SLACK_TRANSPORT` accepts */
/** @typedef {{host: string | undefined, port: number}} Address without a host, all addresses of the machine */

// Printable ASCII without spaces: anything else cannot stand in an HTTP header, and is what a careless paste brings.
const BOT_TOKEN = /^xoxb-[!-~]{11,}$/;
const APP_TOKEN = /^xapp-[!-~]{11,}$/;
const SIGNING_SECRET = /^[!-~]{16,}$/;

/** Reads variables and keeps what is wrong with them, so that all of it is said at once and no value is shown. */
export class Environment {
  #variables;
  /** @type {string[]} */
  #problems = [];

  /** @param {NodeJS.ProcessEnv} variables of which a blank one counts as missing */
  constructor(variables) {
    this.#variables = variables;
  }

  /**
   * The value of a variable, or what stands in for a missing one.
   *
   * @param {string} name
   * @param {string} fallback
   */
  value(name, fallback) {
    const value = this.#variables[name];
    return value === undefined || value.trim() === '' ? fallback : value;
  }

  /** @throws {StartupError} with everything that was wrong with what has been read */
  throwIfWrong() {
    if (this.#problems.length > 0) {
      throw StartupError.wrongSettings(this.#problems);
    }
  }

  /**
   * @param {Transport} preset
   * @returns {Transport}
   */
  transport(preset) {
    const name = this.value('SLACK_TRANSPORT', preset);
    if (name !== 'socket-mode' && name !== 'events-api') {
      this.wrong('SLACK_TRANSPORT', 'socket-mode or events-api');
      return preset;
    }
    return name;
  }

  botToken() {
    // region workspaces
    if (this.value('SLACK_CLIENT_ID', '') !== '') {
      return ''; // each installation has its own
    }
    // endregion
    const expected =
      "a bot token of at least 16 characters that starts with xoxb-, from OAuth & Permissions in the app's settings";
    return this.secret('SLACK_BOT_TOKEN', BOT_TOKEN, expected);
  }

  appToken() {
    const expected =
      "an app-level token of at least 16 characters that starts with xapp-, from Basic Information in the app's settings";
    return this.secret('SLACK_APP_TOKEN', APP_TOKEN, expected);
  }

  signingSecret() {
    const expected = "at least 16 characters without spaces, from Basic Information in the app's settings";
    return this.secret('SLACK_SIGNING_SECRET', SIGNING_SECRET, expected);
  }

  /**
   * @param {string} name
   * @param {RegExp} shape
   * @param {string} expected what the variable should hold, for the person who sets it
   */
  secret(name, shape, expected) {
    const value = this.value(name, '');
    if (value === '') {
      this.missing(name, expected);
    } else if (!shape.test(value)) {
      this.wrong(name, expected);
    }
    return value;
  }

  apiUrl() {
    const url = this.value('SLACK_API_URL', 'https://slack.com/api/');
    if (!isWebAddress(url)) {
      this.wrong('SLACK_API_URL', 'an http or https address such as https://slack.com/api/');
    }
    return url.endsWith('/') ? url : `${url}/`;
  }

  /**
   * Where to listen: on every address of the machine, unless `HOST` names one.
   *
   * @returns {Address}
   */
  address() {
    return { host: this.value('HOST', '') || undefined, port: this.#port() };
  }

  #port() {
    const port = this.value('PORT', '3000');
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      this.wrong('PORT', 'a whole number from 0 to 65535, 0 for any free port');
    }
    return Number(port);
  }

  /**
   * @param {string} name
   * @param {string} expected what the variable should hold, for the person who sets it
   */
  wrong(name, expected) {
    this.#problems.push(`${name} is wrong: expected ${expected}.`);
  }

  /**
   * @param {string} name
   * @param {string} expected what the variable should hold, for the person who sets it
   */
  missing(name, expected) {
    this.#problems.push(`${name} is missing: expected ${expected}.`);
  }
}

/** @param {string} url */
function isWebAddress(url) {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
