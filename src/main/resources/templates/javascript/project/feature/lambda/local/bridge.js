import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventOf } from './url-event.js';
import { Sandbox } from './sandbox.js';

/** @import {IncomingMessage, ServerResponse} from 'node:http' */

/** Processes side by side. Lambda would start as many as there are requests at once. */
const MOST = 3;

/** As deploy/lambda/template.yaml says. */
const SCHEDULE_MS = 60_000;

const END_LIMIT_MS = 25_000;

/** Slack gives up after three seconds; a request that is not there by then is cut. */
const REQUEST_LIMIT_MS = 3_000;

const WHAT_WAITS = JSON.stringify({ do: 'what waits' });

/**
 * Lambda on one machine: requests and the bot's invocations of itself become invocations of its handler, in processes
 * that are frozen as soon as they have answered.
 */
export class Bridge {
  #variables;
  #fail;
  /** @type {Set<Sandbox>} */
  #sandboxes = new Set();
  /** @type {((sandbox: Sandbox) => void)[]} requests that wait for a process, and go first */
  #requests = [];
  /** @type {string[]} what was invoked without waiting for an answer */
  #jobs = [];
  #jobsAtWork = 0;
  #isEnding = false;

  server = createServer(
    { headersTimeout: REQUEST_LIMIT_MS, requestTimeout: REQUEST_LIMIT_MS, connectionsCheckingInterval: 500 },
    (request, response) => this.#answer(request, response),
  );

  /**
   * @param {NodeJS.ProcessEnv} variables of the function
   * @param {(status: number) => void} fail what to do when a process of the function cannot start
   */
  constructor(variables, fail) {
    this.#variables = variables;
    this.#fail = fail;
  }

  /** What a process before left waiting is worked at, now and every minute. */
  begin() {
    this.#invoke(WHAT_WAITS);
    setInterval(() => this.#invoke(WHAT_WAITS), SCHEDULE_MS).unref();
  }

  /**
   * Takes no more requests, and waits for what was accepted.
   *
   * @returns {Promise<boolean>} whether all of it was done in time
   */
  async end() {
    this.#isEnding = true;
    this.server.close();
    this.server.closeIdleConnections();
    const limit = Date.now() + END_LIMIT_MS;
    while (this.#isBusy() && Date.now() < limit) {
      this.#assign();
      await sleep(20);
    }
    const isDone = !this.#isBusy();
    this.#killAll();
    return isDone;
  }

  /** A process that is frozen hears no other signal. */
  #killAll() {
    for (const sandbox of this.#sandboxes) {
      sandbox.kill();
    }
  }

  #isBusy() {
    const isAtWork = [...this.#sandboxes].some(({ state }) => state === 'busy');
    return isAtWork || this.#requests.length > 0 || this.#jobs.length > 0;
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async #answer(request, response) {
    try {
      const event = eventOf(request, Buffer.concat(await request.toArray()));
      const answer = await this.#invokeAndWait(JSON.stringify(event));
      const cookies = answer.cookies ? { 'set-cookie': answer.cookies } : {};
      response.writeHead(answer.statusCode, { ...answer.headers, ...cookies });
      response.end(Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8'));
    } catch (error) {
      if (!request.errored) {
        console.error(`An invocation failed: ${error}`);
        response.writeHead(502).end();
      }
    }
  }

  /** @param {string} event */
  async #invokeAndWait(event) {
    /** @type {Sandbox} */
    const sandbox = await new Promise((resolve) => {
      this.#requests.push(resolve);
      this.#assign();
    });
    return JSON.parse(await sandbox.invoke(event));
  }

  /** @param {string} event */
  #invoke(event) {
    this.#jobs.push(event);
    this.#assign();
  }

  /** Gives those that sleep what waits; one of them is kept for requests. */
  #assign() {
    const asleep = [...this.#sandboxes].filter(({ state }) => state === 'asleep');
    for (const sandbox of asleep) {
      const request = this.#requests.shift();
      if (request) {
        sandbox.take();
        request(sandbox);
      } else if (this.#jobs.length > 0 && (this.#jobsAtWork < MOST - 1 || this.#isEnding)) {
        sandbox.take();
        this.#work(sandbox, String(this.#jobs.shift()));
      }
    }
    if (this.#requests.length > 0 || this.#jobs.length > this.#jobsAtWork) {
      this.#grow();
    }
  }

  /** @param {Sandbox} sandbox @param {string} job */
  async #work(sandbox, job) {
    this.#jobsAtWork += 1;
    try {
      await sandbox.invoke(job);
    } catch (error) {
      console.error(`An invocation failed: ${error}`);
    }
    this.#jobsAtWork -= 1;
  }

  /** One after the other, since a start takes a whole core. */
  #grow() {
    const isStarting = [...this.#sandboxes].some(({ state }) => state === 'starting');
    if (isStarting || this.#sandboxes.size >= MOST) {
      return;
    }
    const sandbox = new Sandbox(this.#variables, {
      invoke: (event) => this.#invoke(event),
      slept: () => this.#assign(),
      ended: (status) => this.#forget(sandbox, status),
    });
    this.#sandboxes.add(sandbox);
  }

  /** @param {Sandbox} sandbox @param {number} status */
  #forget(sandbox, status) {
    this.#sandboxes.delete(sandbox);
    if (sandbox.state === 'starting' && !this.#isEnding) {
      this.#killAll();
      this.#fail(status);
    }
    this.#assign();
  }
}
