import { SystemTrouble } from '../../../feature/private-systems/system-trouble.js';

/** @import {Change, Question} from '../../../feature/private-systems/operation.js' */

/**
 * A question with an answer.
 *
 * @param {string} said
 * @returns {Question}
 */
export function weather(said) {
  return { usage: 'weather', accepts: (words) => words.length === 0, answer: async () => said };
}

/**
 * A change that counts how often it was done.
 *
 * @implements {Change}
 */
export class Countdown {
  done = 0;
  target = '';

  /** @param {string} name */
  constructor(name) {
    this.usage = `${name} now`;
  }

  /** @param {string[]} words */
  accepts(words) {
    return words.length === 1;
  }

  /** @param {string[]} words */
  async offer([when]) {
    if (when === 'never') {
      throw new SystemTrouble('It cannot go off <!channel>.');
    }
    return { text: `It goes off ${when}${this.target}.`, pin: this.target };
  }

  /** @param {string[]} words @param {string} pin @param {string} by */
  async carryOut([when], pin, by) {
    this.done += 1;
    if (when === 'broken') {
      throw new Error('a bug');
    }
    return `It is done${pin} for ${by}`;
  }
}
