import { ExpiringMap } from './expiring-map.js';

/** @import {Asker} from './asker.js' */

/** Words and clicks of one person in a minute that begins with the first of them. */
export const MOST_A_MINUTE = 20;

/**
 * How much one person may ask: nobody keeps the systems, or the audit channel, busy alone. Whether they may do anything
 * does not matter, since a denial takes work, too.
 */
export class Pace {
  /** @type {ExpiringMap<{times: number}>} */
  #asked;

  constructor(now = () => performance.now()) {
    this.#asked = new ExpiringMap(60_000, 10_000, now);
  }

  /** @param {Asker} asker */
  allows({ team, user }) {
    const person = `${team} ${user}`;
    const asked = this.#asked.get(person) ?? { times: 0 };
    if (asked.times === 0) {
      this.#asked.set(person, asked);
    }
    asked.times += 1;
    return asked.times <= MOST_A_MINUTE;
  }
}
