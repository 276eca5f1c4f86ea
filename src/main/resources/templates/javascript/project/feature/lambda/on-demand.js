import { Retention } from '../inbox/retention.js';

/** @import {Store, Stored} from '../inbox/delivery-database.js' */
/** @import {Outcome} from '../inbox/outcome.js' */

/** Deliveries at work side by side: their listeners mostly wait for Slack, and time is what Lambda costs. */
const COUNT = 4;

/** Of the time of an invocation, what is left for those that are at work. */
const LAST_MS = 60_000;

/** In the place of workers that run all the time: works at what waits in the database when it is told to. */
export class OnDemand {
  /** @type {{store: Store, play: (delivery: Stored) => Promise<Outcome>} | undefined} */
  #job;
  #hasArrived = false;
  #retention = new Retention();

  /** @param {Store} store @param {(delivery: Stored) => Promise<Outcome>} play */
  start(store, play) {
    this.#job = { store, play };
  }

  /** There is something new to work at. */
  wake() {
    this.#hasArrived = true;
  }

  /** Whether there was something new since it was asked last. */
  isWanted() {
    const hasArrived = this.#hasArrived;
    this.#hasArrived = false;
    return hasArrived;
  }

  areEnding() {
    return false;
  }

  /** @param {Promise<void>} work */
  async track(work) {
    await work;
  }

  async drain() {
    return true;
  }

  /**
   * Works at all that is due. What it does not get to is for the next invocation.
   *
   * @param {number} limitMs
   */
  async work(limitMs) {
    if (this.#job === undefined) {
      throw new Error('What waits cannot be worked at: the database cannot be used');
    }
    const { store, play } = this.#job;
    const end = Date.now() + limitMs - Math.min(LAST_MS, limitMs / 2);
    /** @type {Promise<void>[]} */
    const workers = [];
    /** @type {unknown[]} */
    const failures = [];
    const begin = () => {
      if (workers.length < COUNT) {
        workers.push(workUntilEnd().catch((error) => void failures.push(error)));
      }
    };
    const workUntilEnd = async () => {
      // Whoever finds something calls the next one.
      const found = (/** @type {Stored} */ stored) => {
        begin();
        return play(stored);
      };
      while (Date.now() < end && (await store.workAtOne(found))) {}
    };
    begin();
    for (const worker of workers) {
      await worker; // and of those that have joined meanwhile
    }
    if (failures.length > 0) {
      throw failures[0];
    }
    await this.#retention.clean(store);
  }
}
