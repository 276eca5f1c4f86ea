import { isRequest, passOn } from './http-event.js';
import { OnDemand } from './on-demand.js';

/** @import {HttpServer} from '../../runtime/http-server.js' */
/** @import {Readiness} from '../../runtime/readiness.js' */
/** @import {SlackApp} from '../../runtime/slack-app.js' */
/** @import {Inbox} from '../inbox/inbox.js' */
/** @import {Event} from './http-event.js' */
/** @import {Invoker, Job} from './self-invoker.js' */
/** @typedef {{invokedFunctionArn: string, getRemainingTimeInMillis: () => number}} Context as Lambda gives it */

/** PostgreSQL lets go of a silent machine after a minute, and one that sleeps is silent. */
const TRUSTED_MS = 20_000;

/**
 * The bot as a function: awake while it answers, and asleep in the middle of whatever else it does. So a request ends
 * with its answer, and another invocation does the rest.
 */
export class BotFunction {
  #parts;
  #invoker;
  #rest = new OnDemand();
  #isListening = false;
  #isReady = false;
  #usedAt = 0;

  /**
   * @param {{readiness: Readiness, http: HttpServer, slack: SlackApp, inbox: Inbox}} parts
   * @param {Invoker} invoker
   */
  constructor(parts, invoker) {
    this.#parts = parts;
    this.#invoker = invoker;
    parts.inbox.leaveTo(this.#rest);
  }

  /**
   * Begins, or begins again where it could not, or has slept for long. While Slack or the database are in trouble it is
   * not ready, and answers so.
   *
   * @throws {import('../../runtime/startup-error.js').StartupError} when Slack refuses the token
   */
  async wake() {
    const { readiness, http, slack, inbox } = this.#parts;
    const isFresh = readiness.isReady() && Date.now() - this.#usedAt < TRUSTED_MS;
    if (!isFresh) {
      const results = await Promise.allSettled([
        this.#isListening || http.start(),
        this.#isReady || slack.authenticate(),
        this.#isReady ? inbox.reopen() : inbox.start(),
      ]);
      this.#isListening = true;
      const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      this.#check(failures);
      if (failures.length === 0) {
        this.#isReady = true;
        readiness.authenticated();
      }
    }
    this.#usedAt = Date.now();
  }

  /** @param {Error[]} failures */
  #check(failures) {
    for (const failure of failures) {
      if ('status' in failure) {
        throw failure;
      }
      console.error(`The bot is not ready: ${failure}`);
    }
  }

  /**
   * Answers a request, or works at what waits.
   *
   * @param {Event | Job} event
   * @param {Context} context
   */
  async invoked(event, context) {
    await this.wake();
    if (!isRequest(event)) {
      if (!this.#parts.readiness.isReady()) {
        throw new Error('What waits has to wait on: the bot is not ready'); // it would lose an attempt
      }
      await this.#rest.work(context.getRemainingTimeInMillis());
      return {};
    }
    const answer = await passOn(event, this.#parts.http.port());
    if (this.#rest.isWanted()) {
      await this.#invoker.goOn(context.invokedFunctionArn);
    }
    return answer;
  }

  /** Nobody tells a function that it is to end; a test does. */
  async close() {
    await this.#parts.inbox.drain(0);
    await this.#parts.http.stop();
  }
}
