import { randomUUID } from 'node:crypto';
import { ExpiringMap } from './expiring-map.js';

/**
 * A request that waits for a click.
 *
 * @typedef {object} Pending
 * @property {'CONFIRMATION' | 'APPROVAL'} step the click that it waits for
 * @property {string} command the words, as they were accepted
 * @property {string} pin of what was offered
 * @property {string} requester
 * @property {string} team
 * @property {string} channel
 * @property {number} until milliseconds since 1970
 */

/**
 * The requests that wait for a click. A button carries nothing but an id that cannot be guessed: what is done, for whom
 * and until when stands here, where no message can change it.
 *
 * @typedef {object} PendingRequests
 * @property {(request: Pending) => Promise<string>} add keeps a request, and tells the id for its buttons
 * @property {(id: string) => Promise<Pending | undefined>} find looks at a request, which stays
 * @property {(id: string) => Promise<Pending | undefined>} take takes a request away; of two that take the same one,
 *     whoever they are, one gets it
 */

/**
 * For one process. After a restart nothing waits: people ask again.
 *
 * @implements {PendingRequests}
 */
export class InMemoryPendingRequests {
  /** @type {ExpiringMap<Pending>} */
  #requests = new ExpiringMap(60 * 60 * 1_000, 10_000);

  /** @param {Pending} request */
  async add(request) {
    const id = randomUUID(); // 122 bits of chance
    this.#requests.set(id, request);
    return id;
  }

  /** @param {string} id */
  async find(id) {
    return this.#requests.get(id);
  }

  /** @param {string} id */
  async take(id) {
    const request = this.#requests.get(id);
    this.#requests.delete(id);
    return request;
  }
}
