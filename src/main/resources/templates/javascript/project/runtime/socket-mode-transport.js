import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from './delivery.js';
import { Patience } from './patience.js';
import { Socket } from './socket.js';
import { refusal, StartupError } from './startup-error.js';

/** @import {WebClient} from '@slack/web-api' */
/** @import {Deliver} from './delivery.js' */
/** @import {Hello, Readiness} from './readiness.js' */

/** Slack closes a connection that it has given notice to; one that is still there then is closed from here. */
const NOTICE_MS = 30_000;

/** A connection that Slack ends at once is not asked for again at once. */
const SHORTEST_LIFE_MS = 1_000;

/**
 * The bot holds a WebSocket to Slack, which sends each payload down that line. Not with Bolt's SocketModeReceiver: that
 * one closes the old connection first and is deaf for five seconds at each refresh, and the process dies of a
 * connection that Slack refuses meanwhile.
 */
export class SocketModeTransport {
  #calls;
  #readiness;
  #deliver;
  #patience = new Patience();
  /** @type {Socket | undefined} */
  #current;
  #greetedAt = 0;
  #isOpening = false;
  #isClosed = false;

  /**
   * @param {WebClient} calls with the app-level token
   * @param {Readiness} readiness
   * @param {Deliver} deliver
   */
  constructor(calls, readiness, deliver) {
    this.#calls = calls;
    this.#readiness = readiness;
    this.#deliver = deliver;
  }

  /** @throws {StartupError} when Slack refuses the token */
  async start() {
    try {
      await this.#open();
    } catch (error) {
      const code = refusal(error);
      if (code !== undefined) {
        throw StartupError.wrongSettings([
          `SLACK_APP_TOKEN was refused by Slack: ${code}. Expected an app-level token with the scope` +
            ' connections:write.',
        ]);
      }
      throw error;
    }
  }

  close() {
    this.#isClosed = true;
    this.#patience.end();
    this.#current?.close();
  }

  async #open() {
    const { url } = await this.#calls.apps.connections.open();
    const socket = new Socket(String(url));
    await socket.open((hello) => this.#greeted(socket, hello));
  }

  /** @param {Socket} socket @param {Hello} hello */
  #greeted(socket, hello) {
    this.#current = socket;
    this.#greetedAt = Date.now();
    this.#readiness.greeted(hello);
    warnOfOthers(hello.numConnections);
    if (this.#isClosed) {
      socket.close();
    }
    return {
      payload: (/** @type {Record<string, any>} */ envelope) => this.#receive(socket, envelope),
      leaving: () => this.#replace(socket),
      closed: () => this.#lose(socket, hello),
    };
  }

  /**
   * The old socket works on until Slack closes it, so that the bot is never deaf. Notice of one that has been replaced
   * already asks for nothing more.
   *
   * @param {Socket} old
   */
  #replace(old) {
    setTimeout(() => old.close(), NOTICE_MS).unref();
    if (this.#current === old) {
      this.#reopen();
    }
  }

  /** @param {Socket} socket @param {Hello} hello */
  #lose(socket, hello) {
    this.#readiness.lost(hello);
    if (this.#current === socket) {
      this.#current = undefined;
      this.#reopen();
    }
  }

  /** Never fails: nobody waits for it. */
  async #reopen() {
    if (!this.#isOpening && !this.#isClosed) {
      this.#isOpening = true;
      await sleep(Math.max(0, this.#greetedAt + SHORTEST_LIFE_MS - Date.now()), undefined, { ref: false });
      await this.#patience.until('A new socket', () => this.#open());
      this.#isOpening = false;
      // The new one, too, may be gone by now.
      if (this.#current === undefined) {
        this.#reopen();
      }
    }
  }

  /** Never fails: nobody waits for it. @param {Socket} socket @param {Record<string, any>} envelope */
  async #receive(socket, envelope) {
    try {
      await this.#deliver({
        body: envelope.payload,
        text: JSON.stringify(envelope.payload),
        retryNum: envelope.retry_attempt,
        retryReason: envelope.retry_reason,
        ack: (response) => socket.send(acknowledgement(envelope.envelope_id, response)),
      });
    } catch (error) {
      if (!(error instanceof Refused)) {
        console.error('A payload failed:', error);
      }
    }
  }
}

/**
 * Without an answer it only acknowledges.
 *
 * @param {string} id
 * @param {unknown} response
 */
function acknowledgement(id, response) {
  if (response === undefined) {
    return { envelope_id: id };
  }
  return { envelope_id: id, payload: typeof response === 'string' ? { text: response } : response };
}

/** @param {number} count */
function warnOfOthers(count) {
  if (count > 1) {
    console.warn(
      `Slack counts ${count} connections for this app token. Unless one is this bot's own, about to be closed, another` +
        ' process takes a share of the payloads.',
    );
  }
}
