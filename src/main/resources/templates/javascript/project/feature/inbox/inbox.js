import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { deliveryId, isEvent, payloadOf, Refused, watched } from '../../runtime/delivery.js';
import { openStore } from './delivery-database.js';
import { OncePosts } from './once-posts.js';
import { failed, MOST_ATTEMPTS } from './outcome.js';
import { Workers } from './workers.js';

/** @import {Deliver, Delivery} from '../../runtime/delivery.js' */
/** @import {Readiness} from '../../runtime/readiness.js' */
/** @import {Database, Store, Stored} from './delivery-database.js' */
/** @import {Outcome} from './outcome.js' */

// region lambda
/** @typedef {Pick<Workers, keyof Workers>} WhoWorks */

// endregion
/** So soon a command or a click is found again whose process has died. */
const LEASE_MS = 60_000;

/**
 * A transactional inbox: each delivery is stored before it is acknowledged. An event is played to its listener by a
 * worker, until that succeeds. A command or a click is played at once, for its answer, and again by a worker when its
 * listener has failed or its process died. So a listener may run more than once.
 */
export class Inbox {
  #database;
  #readiness;
  #listeners;
  // region lambda
  /** @type {WhoWorks} */
  // endregion
  #workers;
  /** @type {Store | undefined} */
  #store;
  /** @type {AsyncLocalStorage<{store: Store, id: string, received: Date, posts: number}>} whose listener runs */
  #current = new AsyncLocalStorage();
  // region lambda
  #isLeaving = false;
  // endregion

  /**
   * @param {Database} database
   * @param {Readiness} readiness
   * @param {Deliver} listeners
   */
  constructor(database, readiness, listeners) {
    this.#database = database;
    this.#readiness = readiness;
    this.#listeners = listeners;
    this.#workers = new Workers(readiness);
  }

  // region lambda
  /**
   * Leaves to somebody else what is to be done after an answer, of a command or a click as well: its listener is left
   * where it acknowledges, and played again from its beginning.
   *
   * @param {WhoWorks} workers
   */
  leaveTo(workers) {
    this.#workers = workers;
    this.#isLeaving = true;
  }

  /** Begins anew with a database that may have hung up. */
  async reopen() {
    this.#readiness.stores(false);
    this.#store?.close().catch(() => {});
    this.#store = undefined;
    await this.start();
  }

  // endregion
  /** Where payloads arrive. @returns {Deliver} */
  deliver() {
    return async (delivery) => {
      const store = this.#store;
      if (this.#workers.areEnding() || store === undefined) {
        throw new Refused();
      }
      const id = deliveryId(delivery) ?? randomUUID();
      const work = isEvent(delivery) ? this.#storeEvent(store, id, delivery) : this.#answer(store, id, delivery);
      await this.#workers.track(work);
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
      return { key, isFirst: (await current.store.begin(key)) === 1, received: current.received };
    });
  }

  /** @throws {import('../../runtime/startup-error.js').StartupError} when the file cannot be used */
  async start() {
    this.#store ??= openStore(this.#database);
    const store = this.#store;
    await store.prepare();
    console.info(
      `Deliveries are kept in ${'url' in this.#database ? 'PostgreSQL' : `SQLite in ${this.#database.directory}`}`,
    );
    this.#readiness.stores(true);
    this.#workers.start(store, (stored) => {
      const body = payloadOf(stored.text) ?? {};
      return this.#play(store, stored, { body, text: stored.text, ack: async () => {} });
    });
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
    const isEnded = await this.#workers.drain(limitMs);
    // What still runs has a connection, on whose return the pool would wait for ever.
    if (isEnded) {
      await this.#store?.close();
      this.#store = undefined;
    }
    return isEnded;
  }

  /** @param {Store} store @param {string} id @param {Delivery} event */
  async #storeEvent(store, id, event) {
    const isNew = await this.#add(store, id, event, 0);
    await event.ack();
    if (isNew) {
      this.#workers.wake();
    }
  }

  /**
   * A repeat is a replay: what it would answer is not wanted a second time.
   *
   * @param {Store} store
   * @param {string} id
   * @param {Delivery} delivery
   */
  async #answer(store, id, delivery) {
    if (!(await this.#add(store, id, delivery, LEASE_MS))) {
      await delivery.ack();
      return;
    }
    // region lambda
    if (this.#isLeaving) {
      await this.#answerAndLeave(store, id, delivery);
      return;
    }
    // endregion
    const first = watched(delivery);
    const lease = setInterval(() => store.postpone(id, LEASE_MS).catch(() => {}), LEASE_MS / 3);
    try {
      const outcome = await this.#play(store, { id, text: delivery.text, received: new Date() }, first.delivery);
      await (first.isAcknowledged() ? store.settle(id, outcome) : store.remove(id));
    } finally {
      clearInterval(lease);
    }
  }

  // region lambda
  /** @param {Store} store @param {string} id @param {Delivery} delivery */
  async #answerAndLeave(store, id, delivery) {
    let isLeft = false;
    const answered = new Promise((resolve) => {
      const ack = async (/** @type {any} */ response) => {
        await store.postpone(id, 0);
        this.#workers.wake();
        isLeft = true;
        await delivery.ack(response);
        resolve(undefined);
        await new Promise(() => {}); // the listener goes no further
      };
      const current = { store, id, received: new Date(), posts: 0 };
      const played = this.#current.run(current, () => this.#listeners({ ...delivery, ack }));
      played.catch((error) => console.error(`${id} failed before its answer:`, error)).then(resolve);
    });
    await answered;
    if (!isLeft) {
      await store.remove(id);
    }
  }

  // endregion
  /** @param {Store} store @param {string} id @param {Delivery} delivery @param {number} pauseMs */
  async #add(store, id, delivery, pauseMs) {
    try {
      return await store.add(id, delivery.text, pauseMs);
    } catch (error) {
      console.error(`A delivery cannot be stored, so it is not acknowledged: ${error}`);
      this.#readiness.stores(false);
      throw new Refused();
    }
  }

  /**
   * The attempt is counted before it is made: a delivery that its process dies over does not come for ever.
   *
   * @param {Store} store
   * @param {Stored} stored
   * @param {Delivery} delivery
   * @returns {Promise<Outcome>}
   */
  async #play(store, { id, received }, delivery) {
    const attempt = await store.begin(id);
    if (attempt > MOST_ATTEMPTS) {
      return { state: 'dead', error: 'the process ended during the last attempt' };
    }
    try {
      await this.#current.run({ store, id, received, posts: 0 }, () => this.#listeners(delivery));
      return { state: 'done' };
    } catch (error) {
      console.error(`${id} failed, attempt ${attempt}:`, error);
      return failed(attempt, error);
    }
  }
}
