/** @import {Store} from './delivery-database.js' */

/** Slack repeats for up to 24 hours where Delayed Events are on. */
const MEMORY_MS = 25 * 60 * 60 * 1_000;
const CLEANING_MS = 10 * 60 * 1_000;

/** How long what is done stays: as long as Slack may repeat it. */
export class Retention {
  #cleanedAt = 0;

  /** Forgets what is older, unless that was done a short while ago. @param {Store} store */
  async clean(store) {
    if (Date.now() - this.#cleanedAt > CLEANING_MS) {
      this.#cleanedAt = Date.now();
      await store.forgetOlderThan(MEMORY_MS);
    }
  }
}
