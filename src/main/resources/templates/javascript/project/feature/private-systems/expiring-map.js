/**
 * A map that forgets: what is older than a time, and the oldest where there is too much.
 *
 * @template T
 */
export class ExpiringMap {
  #keptMs;
  #most;
  #now;
  /** @type {Map<string, {value: T, since: number}>} the oldest first */
  #entries = new Map();

  /** @param {number} keptMs @param {number} most */
  constructor(keptMs, most, now = () => performance.now()) {
    this.#keptMs = keptMs;
    this.#most = most;
    this.#now = now;
  }

  /** @param {string} key */
  get(key) {
    this.#forgetOld(this.#most);
    return this.#entries.get(key)?.value;
  }

  /** @param {string} key @param {T} value */
  set(key, value) {
    this.#entries.delete(key);
    this.#forgetOld(this.#most - 1);
    this.#entries.set(key, { value, since: this.#now() });
  }

  /** @param {string} key */
  delete(key) {
    this.#entries.delete(key);
  }

  /** @param {number} most */
  #forgetOld(most) {
    for (const [key, { since }] of this.#entries) {
      if (this.#entries.size <= most && this.#now() - since < this.#keptMs) {
        return;
      }
      this.#entries.delete(key);
    }
  }
}
