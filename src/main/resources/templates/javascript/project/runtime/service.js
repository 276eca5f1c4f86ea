import { Patience } from './patience.js';

/** @import {HttpServer} from './http-server.js' */
/** @import {Readiness} from './readiness.js' */
/** @import {SlackApp} from './slack-app.js' */

const DRAIN_LIMIT_MS = 25_000;

/**
 * A way in which Slack's payloads reach the bot. Listeners never see which one it is.
 *
 * @typedef {object} Line
 * @property {() => Promise<void>} start begins to take payloads; may be called again after it has failed
 * @property {() => void} close takes no more payloads
 */

/**
 * What goes on after Slack has its acknowledgement.
 *
 * @typedef {object} Work
 * @property {() => Promise<void>} start begins with what waits; may be called again after it has failed
 * @property {() => number | Promise<number>} waiting how many deliveries wait for their turn
 * @property {(limitMs: number) => Promise<boolean>} drain takes no more, waits for what there is, and tells whether
 *     all of it ended in time
 */

/** A bot's beginning and end, in the order in which nothing gets lost. */
export class Service {
  #name;
  #parts;
  #patience = new Patience();

  /**
   * @param {string} name of the bot, for the log
   * @param {{readiness: Readiness, http: HttpServer, slack: SlackApp, transport: Line, work: Work}} parts
   */
  constructor(name, parts) {
    this.#name = name;
    this.#parts = parts;
  }

  /**
   * Returns when the bot takes payloads. While Slack cannot be reached or is in trouble it goes on trying, alive but
   * not ready: a restart would not help.
   *
   * @throws {import('./startup-error.js').StartupError} when the port is taken or Slack refuses a token
   */
  async start() {
    const { readiness, http, slack, transport, work } = this.#parts;
    await http.start();
    if (
      (await this.#patience.until('Slack', () => slack.authenticate())) &&
      (await this.#patience.until('What keeps work', () => work.start())) &&
      (await this.#patience.until('Slack', () => transport.start()))
    ) {
      readiness.authenticated();
      console.info(`${this.#name} started: ${readiness.transport}, port ${http.port()}`);
    }
  }

  /**
   * Stops without losing accepted work: not ready, no new work, what runs is finished, then the lines are cut. An event
   * that comes meanwhile is not acknowledged, so that Slack delivers it again elsewhere or later.
   *
   * @returns {Promise<boolean>} whether all work was finished
   */
  async close() {
    const { readiness, http, transport, work } = this.#parts;
    readiness.drain();
    this.#patience.end();
    const isFinished = await work.drain(DRAIN_LIMIT_MS);
    transport.close();
    await http.stop();
    console.info(`${this.#name} stopped`);
    return isFinished;
  }

  /** The port in use. */
  port() {
    return this.#parts.http.port();
  }
}
