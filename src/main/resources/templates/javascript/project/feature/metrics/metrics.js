import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { watched } from '../../runtime/delivery.js';

/** @import {Deliver, Delivery} from '../../runtime/delivery.js' */
/** @import {HttpServer} from '../../runtime/http-server.js' */
/** @import {Readiness} from '../../runtime/readiness.js' */
/** @import {Work} from '../../runtime/service.js' */

export const PATH = '/metrics';

/** How the bot is, as Prometheus asks for it. */
export class Metrics {
  #registry = new Registry();
  #deliveries = new Counter({
    name: 'slack_bot_deliveries_total',
    help: 'What Slack has delivered, repetitions included',
    labelNames: ['kind', 'acknowledged'],
    registers: [this.#registry],
  });
  #answers = new Histogram({
    name: 'slack_bot_answer_seconds',
    help: 'From a delivery to its acknowledgement, of which Slack waits for three seconds',
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [this.#registry],
  });

  /**
   * @param {HttpServer} http gets one more route
   * @param {Readiness} readiness
   * @param {Work} work
   */
  constructor(http, readiness, work) {
    this.#gauge('slack_bot_ready', 'Whether the bot can work', () => (readiness.isReady() ? 1 : 0));
    this.#gauge('slack_bot_sockets', 'Sockets that Slack counts for the app', () => readiness.sockets());
    this.#gauge('slack_bot_work_waiting', 'Accepted work that waits for its turn', () => work.waiting());
    http.mount(PATH, async (_request, response) => {
      const text = await this.#registry.metrics();
      response.writeHead(200, { 'Content-Type': this.#registry.contentType }).end(text);
    });
  }

  /** @param {string} name @param {string} help @param {() => number | Promise<number>} value */
  #gauge(name, help, value) {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      async collect() {
        this.set(await value());
      },
    });
  }

  /**
   * The same, and counted.
   *
   * @param {Deliver} next
   * @returns {Deliver}
   */
  deliver(next) {
    return async (delivery) => {
      const answered = this.#answers.startTimer();
      const counted = watched(delivery, () => {
        answered();
        this.#count(delivery, true);
      });
      try {
        await next(counted.delivery);
      } finally {
        if (!counted.isAcknowledged()) {
          answered();
          this.#count(delivery, false);
        }
      }
    };
  }

  /** @param {Delivery} delivery @param {boolean} isAcknowledged */
  #count({ body }, isAcknowledged) {
    this.#deliveries.inc({ kind: kind(body), acknowledged: String(isAcknowledged) });
  }
}

/** @type {Record<string, string>} what Slack calls it, and what it is */
const KINDS = {
  event_callback: 'event',
  block_actions: 'blockaction',
  block_suggestion: 'blocksuggestion',
  interactive_message: 'attachmentaction',
  message_action: 'messageshortcut',
  shortcut: 'globalshortcut',
  view_submission: 'viewsubmission',
  view_closed: 'viewclosed',
};

/** @param {Record<string, any>} body */
function kind(body) {
  return body.command === undefined ? (KINDS[body.type] ?? 'other') : 'command';
}
