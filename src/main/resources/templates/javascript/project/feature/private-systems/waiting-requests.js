/** @import {Asker} from './asker.js' */
/** @import {Pending, PendingRequests} from './pending-requests.js' */

/** Requests between the question whether to do it and the click: where and how long a click counts. */
export class WaitingRequests {
  #requests;
  #patienceMs;
  #now;

  /** @param {PendingRequests} requests @param {number} patienceMs how long a request waits for a click */
  constructor(requests, patienceMs, now = Date.now) {
    this.#requests = requests;
    this.#patienceMs = patienceMs;
    this.#now = now;
  }

  /**
   * @param {Pending['step']} step
   * @param {string} command
   * @param {string} pin
   * @param {Asker} asker
   * @returns {Promise<string>} the id for the buttons
   */
  async add(step, command, pin, { user: requester, team, channel }) {
    const until = this.#now() + this.#patienceMs;
    return await this.#requests.add({ step, command, pin, requester, team, channel, until });
  }

  /** A click counts in the time and in the place of its request. @param {string} id @param {Asker} asker */
  async find(id, asker) {
    const found = await this.#requests.find(id);
    const counts =
      found !== undefined && this.#now() < found.until && found.team === asker.team && found.channel === asker.channel;
    return counts ? found : undefined;
  }

  /** Whether it was still there; of several who take it, one gets it. @param {string} id */
  async take(id) {
    return (await this.#requests.take(id)) !== undefined;
  }

  /** For people. */
  time() {
    const minutes = Math.floor(this.#patienceMs / 60_000);
    return minutes > 1 ? `${minutes} minutes` : `${Math.floor(this.#patienceMs / 1_000)} seconds`;
  }
}
