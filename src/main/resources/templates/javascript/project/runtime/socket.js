import WebSocket from 'ws';
import { payloadOf } from './delivery.js';

/** @import {Hello} from './readiness.js' */

const HELLO_LIMIT_MS = 10_000;
const PING_INTERVAL_MS = 10_000;

/** A connection on which so many pings stay unanswered is dead, however healthy it looks. */
const MOST_UNANSWERED = 2;

/**
 * What comes down a socket once Slack has said hello on it.
 *
 * @typedef {object} Ears
 * @property {(envelope: Record<string, any>) => void} payload
 * @property {() => void} leaving Slack will close the socket soon
 * @property {() => void} closed
 */

/** One WebSocket to Slack. */
export class Socket {
  /** @type {Ears | undefined} nobody listens before Slack's hello */
  #ears;
  #unanswered = 0;
  #ws;

  /** @param {string} url from apps.connections.open, good for one connection */
  constructor(url) {
    // Payloads are small, and each would be unpacked in a turn of its own.
    this.#ws = new WebSocket(url, { handshakeTimeout: HELLO_LIMIT_MS, perMessageDeflate: false });
    // Without a listener an error would end the process; a close follows each.
    this.#ws.on('error', (error) => console.warn(`The socket fails: ${error.message}`));
    this.#ws.on('pong', () => {
      this.#unanswered = 0;
    });
  }

  /**
   * Waits for Slack's hello.
   *
   * @param {(hello: Hello) => Ears} greeted called before anything else can come
   */
  async open(greeted) {
    const limit = setTimeout(() => this.#ws.terminate(), HELLO_LIMIT_MS);
    const pings = setInterval(() => this.#ping(), PING_INTERVAL_MS);
    this.#ws.on('close', () => {
      clearInterval(pings);
      this.#ears?.closed();
    });
    try {
      await new Promise((resolve, reject) => {
        this.#ws.on('close', () => reject(new Error('Slack said no hello on a new socket')));
        this.#ws.on('message', (data) => {
          const message = payloadOf(String(data)) ?? {};
          if (message.type === 'hello') {
            this.#ears = greeted({ numConnections: message.num_connections ?? 1 });
            resolve(undefined);
          } else if (this.#ears) {
            hear(message, this.#ears);
          } else {
            reject(new Error(`Slack gives no socket: ${message.reason ?? message.type}`));
          }
        });
      });
    } catch (error) {
      this.#ws.terminate();
      throw error;
    } finally {
      clearTimeout(limit);
    }
  }

  #ping() {
    if (this.#unanswered >= MOST_UNANSWERED) {
      console.warn('The socket is dead: Slack answers no ping');
      this.#ws.terminate();
    } else if (this.#ws.readyState === WebSocket.OPEN) {
      this.#unanswered += 1;
      this.#ws.ping();
    }
  }

  /**
   * @param {object} message
   * @throws {Error} when the socket is closed
   */
  async send(message) {
    await new Promise((resolve, reject) => {
      this.#ws.send(JSON.stringify(message), (error) => (error ? reject(error) : resolve(undefined)));
    });
  }

  close() {
    this.#ws.close(1_000);
  }
}

/** @param {Record<string, any>} message @param {Ears} ears */
function hear(message, ears) {
  if (message.type === 'disconnect') {
    ears.leaving();
  } else if (message.envelope_id !== undefined) {
    ears.payload(message);
  }
}
