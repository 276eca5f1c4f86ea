import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from './startup-error.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Tries again what did not succeed, until it does or the bot ends. */
export class Patience {
  #ended = new AbortController();

  /**
   * Tries until it works; false when the bot ended first.
   *
   * @param {string} what is not there while it does not work, for the log
   * @param {() => Promise<void>} attempt which throws a StartupError when no later try will succeed
   */
  async until(what, attempt) {
    for (let pause = FIRST_PAUSE_MS; !this.#ended.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        await attempt();
        return true;
      } catch (error) {
        if (error instanceof StartupError) {
          throw error;
        }
        console.warn(`${what} is not available, next try in ${pause / 1_000} s: ${error}`);
      }
      await sleep(pause, undefined, { signal: this.#ended.signal }).catch(() => {});
    }
    return false;
  }

  end() {
    this.#ended.abort();
  }
}
