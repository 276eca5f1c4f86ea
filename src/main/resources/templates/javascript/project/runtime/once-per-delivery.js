import { deliveryId, watched } from './delivery.js';

/** @import {Deliver} from './delivery.js' */

const KEPT_MS = 60 * 60 * 1_000;

/** Slack delivers up to 30,000 events an hour to a workspace. */
const MOST = 100_000;

/**
 * Lets each delivery reach its listener once. It stands in front of Bolt, which acknowledges an event before any
 * middleware of its own. A repeated one is acknowledged and goes no further; one that was not acknowledged is
 * forgotten, so that Slack's next try is handled.
 */
export class OncePerDelivery {
  /** @type {Map<string, number>} when each was seen, the oldest first */
  #seen = new Map();

  /**
   * @param {Deliver} next
   * @returns {Deliver}
   */
  deliver(next) {
    return async (delivery) => {
      const id = deliveryId(delivery);
      if (id !== undefined && !this.#mark(id)) {
        await delivery.ack();
        return;
      }
      const first = watched(delivery);
      try {
        await next(first.delivery);
      } finally {
        if (id !== undefined && !first.isAcknowledged()) {
          this.#seen.delete(id);
        }
      }
    };
  }

  /** @param {string} id */
  #mark(id) {
    this.#forgetOld();
    if (this.#seen.has(id)) {
      return false;
    }
    this.#seen.set(id, Date.now());
    return true;
  }

  #forgetOld() {
    for (const [id, time] of this.#seen) {
      if (this.#seen.size < MOST && Date.now() - time < KEPT_MS) {
        return;
      }
      this.#seen.delete(id);
    }
  }
}
