/** @import {Transport} from './environment.js' */

/**
 * Slack's greeting on a new socket. Compared by identity: each socket has its own.
 *
 * @typedef {{numConnections: number}} Hello
 */

/** Whether the bot should get work, and why not. */
export class Readiness {
  /** @type {Hello | undefined} the greeting of the current socket */
  #hello;
  #isAuthenticated = false;
  #isDraining = false;
  // region inbox
  #isStoring = false;
  // endregion

  /** @param {Transport} transport */
  constructor(transport) {
    this.transport = transport;
  }

  /** Slack has accepted the bot token. */
  authenticated() {
    this.#isAuthenticated = true;
  }

  /**
   * A socket is open and Slack has said hello on it.
   *
   * @param {Hello} hello
   */
  greeted(hello) {
    this.#hello = hello;
  }

  /**
   * The socket of this greeting is gone. Says nothing about a newer one.
   *
   * @param {Hello} hello
   */
  lost(hello) {
    if (this.#hello === hello) {
      this.#hello = undefined;
    }
  }

  /** The bot is going down. */
  drain() {
    this.#isDraining = true;
  }

  // region metrics
  /** How many sockets Slack holds open for the app, as far as it has said; 0 without one. */
  sockets() {
    return this.#hello?.numConnections ?? 0;
  }

  // endregion
  // region inbox
  /**
   * Whether deliveries can be kept.
   *
   * @param {boolean} isStoring
   */
  stores(isStoring) {
    this.#isStoring = isStoring;
  }

  // endregion
  isReady() {
    // region inbox
    if (!this.#isStoring) {
      return false;
    }
    // endregion
    const isReached = this.transport === 'events-api' || this.#hello !== undefined;
    return this.#isAuthenticated && !this.#isDraining && isReached;
  }

  /** The state for people and probes, as it is written in JSON. */
  toJSON() {
    return {
      ready: this.isReady(),
      transport: this.transport,
      auth: this.#isAuthenticated ? 'ok' : 'waiting for Slack',
      ...(this.transport === 'socket-mode' && {
        socket: this.#hello ? 'connected' : 'not connected',
        num_connections: this.#hello?.numConnections ?? 0,
      }),
      // region inbox
      database: this.#isStoring ? 'ok' : 'not available',
      // endregion
      draining: this.#isDraining,
    };
  }
}
