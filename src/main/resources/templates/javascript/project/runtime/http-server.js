import { once } from 'node:events';
import { createServer } from 'node:http';
import { StartupError } from './startup-error.js';

/** @import {IncomingMessage, ServerResponse} from 'node:http' */
/** @import {Address} from './environment.js' */
/** @import {Readiness} from './readiness.js' */
/** @typedef {(request: IncomingMessage, response: ServerResponse) => void | Promise<void>} Handler */

/** Slack gives up after three seconds; a request that is not there by then is cut. */
const REQUEST_LIMIT_MS = 3_000;
const CHECK_INTERVAL_MS = 500;

/** Longer than proxies keep an idle connection, so that they never send a request into one that is just being closed. */
const IDLE_LIMIT_MS = 75_000;

const STOP_LIMIT_MS = 3_000;

/**
 * The bot's port: health with both transports, Slack's requests with one of them. It speaks plain HTTP: Slack wants
 * HTTPS, so that a proxy stands in front anyway.
 */
export class HttpServer {
  #address;
  /** @type {Map<string, Handler>} */
  #routes = new Map();
  #server = createServer(
    {
      headersTimeout: REQUEST_LIMIT_MS,
      requestTimeout: REQUEST_LIMIT_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      keepAliveTimeout: IDLE_LIMIT_MS,
    },
    (request, response) => this.#handle(request, response),
  );

  /**
   * @param {Address} address
   * @param {Readiness} readiness
   */
  constructor(address, readiness) {
    this.#address = address;
    this.mount('/livez', (_request, response) => answerJson(response, 200, { alive: true }));
    this.mount('/readyz', (_request, response) => answerJson(response, readiness.isReady() ? 200 : 503, readiness));
  }

  /**
   * Adds a route.
   *
   * @param {string} path
   * @param {Handler} handler
   */
  mount(path, handler) {
    this.#routes.set(path, handler);
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async #handle(request, response) {
    const handler = this.#routes.get(pathOf(request));
    try {
      await (handler ? handler(request, response) : answer(response, 404));
    } catch (error) {
      if (request.errored) {
        return; // whoever asked is gone, or was cut
      }
      console.error('A request failed:', error);
      if (!response.headersSent) {
        answer(response, 500);
      }
    }
  }

  /** @throws {StartupError} when the address or the port cannot be had */
  async start() {
    const { host, port } = this.#address;
    try {
      this.#server.listen({ host, port });
      await once(this.#server, 'listening');
    } catch (error) {
      const code = String(/** @type {{code?: unknown}} */ (error).code);
      if (['ENOTFOUND', 'EADDRNOTAVAIL'].includes(code)) {
        throw StartupError.wrongSettings(['HOST is wrong: expected an address of this machine, such as 127.0.0.1.']);
      }
      throw StartupError.failed(
        `PORT ${port} cannot be used: another process may listen there, or the system forbids it.` +
          ' Set PORT to another one.',
      );
    }
  }

  /** The port in use, also when any free one was asked for. */
  port() {
    const address = this.#server.address();
    return address !== null && typeof address === 'object' ? address.port : this.#address.port;
  }

  /** Ends requests at work, then lets go of the port. */
  async stop() {
    if (!this.#server.listening) {
      return;
    }
    const cut = setTimeout(() => this.#server.closeAllConnections(), STOP_LIMIT_MS);
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
    clearTimeout(cut);
  }
}

/** @param {IncomingMessage} request */
function pathOf(request) {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}

/**
 * Sends an answer, without a body when it is empty.
 *
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} [body]
 * @param {string} [type]
 */
export function answer(response, status, body = '', type = 'text/plain; charset=utf-8') {
  response.writeHead(status, body === '' ? {} : { 'Content-Type': type }).end(body);
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {unknown} body
 */
export function answerJson(response, status, body) {
  answer(response, status, `${JSON.stringify(body)}\n`, 'application/json');
}
