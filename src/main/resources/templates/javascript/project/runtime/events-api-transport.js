import { payloadOf, Refused } from './delivery.js';
import { answer, answerJson } from './http-server.js';
import { readSigned } from './request-guard.js';

/** @import {IncomingMessage, ServerResponse} from 'node:http' */
/** @import {Deliver, Delivery} from './delivery.js' */
/** @import {HttpServer} from './http-server.js' */
/** @import {Readiness} from './readiness.js' */

export const PATH = '/slack/events';

/** Slack posts each payload to `/slack/events`. */
export class EventsApiTransport {
  #signingSecret;
  #readiness;
  #deliver;

  /**
   * Mounts the route at once; it answers 503 until the bot is ready.
   *
   * @param {string} signingSecret
   * @param {Readiness} readiness
   * @param {HttpServer} http
   * @param {Deliver} deliver
   */
  constructor(signingSecret, readiness, http, deliver) {
    this.#signingSecret = signingSecret;
    this.#readiness = readiness;
    this.#deliver = deliver;
    http.mount(PATH, (request, response) => this.#handle(request, response));
  }

  /** Slack does the calling: there is nothing to open. */
  async start() {}

  /** The web server closes the route when it stops. */
  close() {}

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async #handle(request, response) {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return answer(response, 405);
    }
    if (!this.#readiness.isReady()) {
      return answer(response, 503);
    }
    const signed = await readSigned(request, this.#signingSecret);
    if (typeof signed === 'number') {
      return answer(response, signed);
    }
    const body = payloadOf(signed.text);
    if (body === undefined) {
      console.warn("Slack's signature is right, but its request cannot be read");
      return answer(response, 400);
    }
    if (body.ssl_check !== undefined) {
      return answer(response, 200);
    }
    if (body.type === 'url_verification') {
      return answer(response, 200, String(body.challenge));
    }
    await this.#hand({ ...retryOf(request), ...signed, body, ack: acknowledging(response) }, response);
  }

  /** @param {Delivery} delivery @param {ServerResponse} response */
  async #hand(delivery, response) {
    try {
      await this.#deliver(delivery);
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error;
      }
      return answer(response, 503);
    }
    if (!response.headersSent) {
      console.warn('No listener has acknowledged a payload');
      answer(response, 404);
    }
  }
}

/** @param {IncomingMessage} request */
function retryOf({ headers }) {
  const number = headers['x-slack-retry-num'];
  const reason = headers['x-slack-retry-reason'];
  return number === undefined ? {} : { retryNum: Number(number), retryReason: String(reason) };
}

/**
 * @param {ServerResponse} response
 * @returns {Delivery['ack']}
 */
function acknowledging(response) {
  return async (body) => {
    if (response.headersSent) {
      console.warn('A payload is acknowledged twice');
    } else if (body === undefined || typeof body === 'string') {
      answer(response, 200, body);
    } else {
      answerJson(response, 200, body);
    }
  };
}
