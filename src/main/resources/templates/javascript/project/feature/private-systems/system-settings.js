import { SystemCredentials } from './system-credentials.js';

/** @import {Environment} from '../../runtime/environment.js' */

/** Without a user, a query or a fragment, in which secrets travel. */
const ADDRESS =
  /^https?:\/\/([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?(\/[A-Za-z0-9._~/-]*)?$/;

const TOKEN = /^[!-~]+$/;

/**
 * What the environment says of one system, in variables of one prefix. What is wrong or missing is kept by the
 * environment, which ends the start before anything is done with it.
 */
export class SystemSettings {
  #environment;
  #prefix;

  /** @param {Environment} environment @param {string} prefix with the underscore at its end */
  constructor(environment, prefix) {
    this.#environment = environment;
    this.#prefix = prefix;
  }

  /** Whether the system's address is set. */
  isThere() {
    return this.optional('URL') !== '';
  }

  address() {
    const expected = 'an http or https address without a user';
    return this.#environment.secret(`${this.#prefix}URL`, ADDRESS, expected).replace(/\/+$/, '');
  }

  /** A token, or the name of a user. @param {string} name */
  required(name) {
    const expected = `a text without spaces; leave ${this.#prefix}URL out if it is not used`;
    return this.#environment.secret(`${this.#prefix}${name}`, TOKEN, expected);
  }

  bearer() {
    return SystemCredentials.bearer(this.required('TOKEN'));
  }

  /** For a system that asks for credentials only where a proxy in front of it does. */
  bearerIfAny() {
    return this.optional('TOKEN') === '' ? SystemCredentials.NONE : this.bearer();
  }

  /** @param {string} name */
  optional(name) {
    return this.#environment.value(`${this.#prefix}${name}`, '');
  }
}
