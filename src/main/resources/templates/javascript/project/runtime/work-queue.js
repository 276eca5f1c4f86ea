import { setTimeout as sleep } from 'node:timers/promises';
import { isEvent, Refused } from './delivery.js';

/** @import {Deliver, Delivery} from './delivery.js' */

/** Events at work side by side; their listeners mostly wait for Slack's Web API. */
const PLACES = 16;

/** Deliveries that may be here, most of which wait. */
const CAPACITY = 1_000;

/**
 * Knows which deliveries are at work, until their listeners have ended: Bolt forgets them with the acknowledgement.
 * Events are acknowledged here, before any work on those that came earlier can make them late. All of it is in memory,
 * and a crash loses it.
 */
export class WorkQueue {
  /** @type {Set<Promise<void>>} */
  #accepted = new Set();
  #free = PLACES;
  /** @type {(() => void)[]} */
  #waiting = [];
  #isDraining = false;

  /**
   * @param {Deliver} next
   * @returns {Deliver}
   */
  deliver(next) {
    return async (delivery) => {
      if (this.#isDraining || this.#accepted.size >= CAPACITY) {
        throw new Refused();
      }
      const work = isEvent(delivery) ? this.#acknowledged(delivery, next) : next(delivery);
      this.#accepted.add(work);
      try {
        await work;
      } finally {
        this.#accepted.delete(work);
      }
    };
  }

  /** @param {Delivery} event @param {Deliver} next */
  async #acknowledged(event, next) {
    await event.ack();
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
    }
    try {
      await next({ ...event, ack: async () => {} });
    } finally {
      const first = this.#waiting.shift();
      if (first) {
        first();
      } else {
        this.#free += 1;
      }
    }
  }

  async start() {}

  /** How many wait. */
  waiting() {
    return this.#waiting.length;
  }

  /**
   * Takes no more and waits for what there is.
   *
   * @param {number} limitMs
   * @returns {Promise<boolean>} whether all of it ended in time
   */
  async drain(limitMs) {
    this.#isDraining = true;
    const limit = new AbortController();
    await Promise.race([
      Promise.allSettled(this.#accepted),
      sleep(limitMs, undefined, { signal: limit.signal }).catch(() => {}),
    ]);
    limit.abort();
    if (this.#accepted.size > 0) {
      console.warn(`${this.#accepted.size} deliveries were not done within ${limitMs / 1_000} s`);
    }
    return this.#accepted.size === 0;
  }
}
