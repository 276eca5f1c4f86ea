import { setTimeout as sleep } from 'node:timers/promises';
import { Retention } from './retention.js';

/** @import {Readiness} from '../../runtime/readiness.js' */
/** @import {Store, Stored} from './delivery-database.js' */
/** @import {Outcome} from './outcome.js' */

/** Deliveries at work side by side, each of which holds a connection to PostgreSQL. */
const COUNT = 8;

/** How soon is found what another process left, or what is due again. */
const POLL_MS = 1_000;

/** For what is at work when time is up. What still waits is for the next process. */
const LAST_MS = 5_000;

/** Who works at what waits in the database, and lets go of what is old. */
export class Workers {
  #readiness;
  /** @type {Set<Promise<unknown>>} */
  #running = new Set();
  /** @type {Set<AbortController>} the rests of those that have nothing to do */
  #resting = new Set();
  #hasArrived = false;
  #isDraining = false;
  #isHalted = false;
  #retention = new Retention();

  /** @param {Readiness} readiness */
  constructor(readiness) {
    this.#readiness = readiness;
  }

  /** @param {Store} store @param {(delivery: Stored) => Promise<Outcome>} play */
  start(store, play) {
    for (let i = 0; i < COUNT; i++) {
      this.track(this.#work(store, play));
    }
  }

  /** There is something new to work at. */
  wake() {
    const [rest] = this.#resting;
    if (rest === undefined) {
      this.#hasArrived = true;
    } else {
      this.#resting.delete(rest);
      rest.abort();
    }
  }

  /** Whether no more is to be taken. */
  areEnding() {
    return this.#isDraining;
  }

  /**
   * The same, and the end waits for it.
   *
   * @param {Promise<void>} work
   */
  async track(work) {
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /**
   * Works at what waits one last time, and leaves what cannot be done to the next process.
   *
   * @param {number} limitMs
   * @returns {Promise<boolean>} whether all work at hand ended in time
   */
  async drain(limitMs) {
    this.#isDraining = true;
    for (const rest of this.#resting) {
      rest.abort();
    }
    const isEnded = await this.#ended(limitMs - LAST_MS);
    this.#isHalted = true;
    return isEnded || (await this.#ended(LAST_MS));
  }

  /** @param {number} limitMs */
  async #ended(limitMs) {
    const limit = new AbortController();
    const late = sleep(limitMs, false, { signal: limit.signal }).catch(() => false);
    const isEnded = await Promise.race([Promise.allSettled(this.#running).then(() => true), late]);
    limit.abort();
    return isEnded;
  }

  /**
   * Once draining has begun, what waits is worked at one last time.
   *
   * @param {Store} store
   * @param {(delivery: Stored) => Promise<Outcome>} play
   */
  async #work(store, play) {
    for (let isLast = false; !isLast; ) {
      isLast = this.#isDraining;
      try {
        while (!this.#isHalted && (await store.workAtOne(play))) {
          this.#readiness.stores(true);
        }
        this.#readiness.stores(true);
        await this.#retention.clean(store);
      } catch (error) {
        console.error(`The database cannot be used: ${error}`);
        this.#readiness.stores(false);
      }
      await this.#arrival();
    }
  }

  /** Returns when something has arrived, or after a while. */
  async #arrival() {
    if (this.#isDraining || this.#hasArrived) {
      this.#hasArrived = false;
      return;
    }
    const rest = new AbortController();
    this.#resting.add(rest);
    await sleep(POLL_MS, undefined, { signal: rest.signal }).catch(() => {});
    this.#resting.delete(rest);
  }
}
