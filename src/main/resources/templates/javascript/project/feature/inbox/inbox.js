import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deliveryId, isEvent, payloadOf, Refused, watched } from '../../runtime/delivery.js';
import { openStore } from './delivery-database.js';
import { OncePosts } from './once-posts.js';

/** @import {Deliver, Delivery} from '../../runtime/delivery.js' */
/** @import {Readiness} from '../../runtime/readiness.js' */
/** @import {Database, Outcome, Stored} from './delivery-database.js' */

/** Deliveries at work side by side, each of which holds a connection to PostgreSQL. */
const WORKERS = 8;

/** How soon is found what another process left, or what is due again. */
const POLL_MS = 1_000;

/** So soon a command or a click is found again whose process has died. */
const LEASE_MS = 60_000;

/** For what is at work when time is up. What still waits is for the next process. */
const LAST_MS = 5_000;

/** Slack repeats for up to 24 hours where Delayed Events are on. */
const MEMORY_MS = 25 * 60 * 60 * 1_000;
const CLEANING_MS = 10 * 60 * 1_000;

/** Twelve minutes in all: longer than most troubles of other systems, shorter than anybody waits for an answer. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 600_000];

const LONGEST_ERROR = 1_000;

/**
 * A transactional inbox: each delivery is stored before it is acknowledged. An event is played to its listener by a
 * worker, until that succeeds. A command or a click is played at once, for its answer, and again by a worker when its
 * listener has failed or its process died. So a listener may run more than once.
 */
export class Inbox {
  #database;
  #readiness;
  #listeners;
  /** @type {ReturnType<typeof openStore> | undefined} */
  #store;
  /** @type {AsyncLocalStorage<{id: string, received: Date, posts: number}>} the delivery whose listener runs */
  #current = new AsyncLocalStorage();
  /** @type {Set<Promise<unknown>>} */
  #running = new Set();
  /** @type {Set<() => void>} what wakes a worker that has nothing to do */
  #idle = new Set();
  #hasArrived = false;
  #isDraining = false;
  #isHalted = false;
  #cleanedAt = Date.now();

  /**
   * @param {Database} database
   * @param {Readiness} readiness
   * @param {Deliver} listeners
   */
  constructor(database, readiness, listeners) {
    this.#database = database;
    this.#readiness = readiness;
    this.#listeners = listeners;
  }

  /** Where payloads arrive. @returns {Deliver} */
  deliver() {
    return async (delivery) => {
      if (this.#isDraining || this.#store === undefined) {
        throw new Refused();
      }
      const id = deliveryId(delivery) ?? randomUUID();
      await this.#tracked(isEvent(delivery) ? this.#storeEvent(id, delivery) : this.#answer(id, delivery));
    };
  }

  /** The posts that a repeat finds again. */
  posts() {
    return new OncePosts(async () => {
      const current = this.#current.getStore();
      if (current === undefined) {
        throw new Error('Only a listener of a delivery may post once');
      }
      // A listener that is played again makes its posts in the same order.
      const key = `${current.id}#${current.posts++}`;
      return { key, isFirst: await this.#open().beginPost(key), received: current.received };
    });
  }

  #open() {
    this.#store ??= openStore(this.#database);
    return this.#store;
  }

  /** @throws {import('../../runtime/startup-error.js').StartupError} when the file cannot be used */
  async start() {
    await this.#open().prepare();
    console.info(
      `Deliveries are kept in ${'url' in this.#database ? 'PostgreSQL' : `SQLite in ${this.#database.directory}`}`,
    );
    this.#readiness.stores(true);
    for (let i = 0; i < WORKERS; i++) {
      this.#tracked(this.#work());
    }
  }

  /** How many wait, those that are worked at included. */
  async waiting() {
    try {
      return (await this.#store?.waiting()) ?? 0;
    } catch {
      this.#readiness.stores(false);
      return 0;
    }
  }

  /**
   * Takes no more, works at what waits one last time, and leaves what cannot be done to the next process.
   *
   * @param {number} limitMs
   * @returns {Promise<boolean>} whether all work at hand ended in time
   */
  async drain(limitMs) {
    this.#isDraining = true;
    for (const wake of this.#idle) {
      wake();
    }
    const isDone = (await this.#ended(limitMs - LAST_MS)) || (await this.#halted());
    await this.#store?.close();
    this.#store = undefined;
    return isDone;
  }

  async #halted() {
    this.#isHalted = true;
    return await this.#ended(LAST_MS);
  }

  /** @param {number} limitMs */
  async #ended(limitMs) {
    const limit = new AbortController();
    const late = sleep(limitMs, false, { signal: limit.signal }).catch(() => false);
    const isEnded = await Promise.race([Promise.allSettled(this.#running).then(() => true), late]);
    limit.abort();
    return isEnded;
  }

  /** @template T @param {Promise<T>} work */
  async #tracked(work) {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** @param {string} id @param {Delivery} event */
  async #storeEvent(id, event) {
    const isNew = await this.#kept(id, event, 0);
    await event.ack();
    if (isNew) {
      this.#arrived();
    }
  }

  /** A repeat is a replay: what it would answer is not wanted a second time. @param {string} id @param {Delivery} delivery */
  async #answer(id, delivery) {
    if (!(await this.#kept(id, delivery, LEASE_MS))) {
      await delivery.ack();
      return;
    }
    const first = watched(delivery);
    const lease = setInterval(
      () =>
        this.#open()
          .postpone(id, LEASE_MS)
          .catch(() => {}),
      LEASE_MS / 3,
    );
    try {
      const outcome = await this.#play({ id, text: delivery.text, received: new Date(), attempts: 0 }, first.delivery);
      await (first.isAcknowledged() ? this.#open().settle(id, outcome) : this.#open().remove(id));
    } finally {
      clearInterval(lease);
    }
  }

  /** @param {string} id @param {Delivery} delivery @param {number} pauseMs */
  async #kept(id, delivery, pauseMs) {
    try {
      return await this.#open().add(id, delivery.text, pauseMs);
    } catch (error) {
      console.error(`A delivery cannot be stored, so it is not acknowledged: ${error}`);
      this.#readiness.stores(false);
      throw new Refused();
    }
  }

  #arrived() {
    const [wake] = this.#idle;
    if (wake === undefined) {
      this.#hasArrived = true;
    } else {
      wake();
    }
  }

  /** Returns when something has arrived, or after a while. */
  async #arrival() {
    if (this.#isDraining || this.#hasArrived) {
      this.#hasArrived = false;
      return;
    }
    const pause = new AbortController();
    const wake = () => pause.abort();
    this.#idle.add(wake);
    pause.signal.addEventListener('abort', () => this.#idle.delete(wake));
    await sleep(POLL_MS, undefined, { signal: pause.signal }).catch(() => {});
    this.#idle.delete(wake);
  }

  /** Once draining has begun, what waits is worked at one last time. */
  async #work() {
    for (let isLast = false; !isLast; ) {
      isLast = this.#isDraining;
      try {
        await this.#workAtAll();
        this.#readiness.stores(true);
      } catch (error) {
        console.error(`The database cannot be used: ${error}`);
        this.#readiness.stores(false);
      }
      await this.#arrival();
    }
  }

  async #workAtAll() {
    const store = this.#open();
    while (!this.#isHalted && (await store.workAtOne((delivery) => this.#replay(delivery)))) {
      this.#readiness.stores(true);
    }
    if (Date.now() - this.#cleanedAt > CLEANING_MS) {
      this.#cleanedAt = Date.now();
      await store.forgetOlderThan(MEMORY_MS);
    }
  }

  /** @param {Stored} stored */
  async #replay(stored) {
    const body = payloadOf(stored.text) ?? {};
    return await this.#play(stored, { body, text: stored.text, ack: async () => {} });
  }

  /** @param {Stored} stored @param {Delivery} delivery @returns {Promise<Outcome>} */
  async #play({ id, received, attempts }, delivery) {
    try {
      await this.#current.run({ id, received, posts: 0 }, () => this.#listeners(delivery));
      return { state: 'done' };
    } catch (error) {
      console.error(`${id} failed, attempt ${attempts + 1}:`, error);
      // PostgreSQL refuses a text with the character zero.
      const text = String(error).replaceAll('\0', ' ').slice(0, LONGEST_ERROR);
      const pauseMs = PAUSES_MS[attempts];
      return pauseMs === undefined ? { state: 'dead', error: text } : { state: 'waiting', pauseMs, error: text };
    }
  }
}
