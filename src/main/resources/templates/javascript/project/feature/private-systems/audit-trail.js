import { escaped } from './mrkdwn.js';

/** @import {Asker} from './asker.js' */

/** Who did what, where, and what came of it: a line of JSON in the log, and a message in a channel if there is one. */
export class AuditTrail {
  #channel;

  /** @param {string} channel id of the channel for the messages, or empty */
  constructor(channel) {
    this.#channel = channel;
  }

  /**
   * Never throws.
   *
   * @param {Asker} asker
   * @param {string} what the words that were accepted
   * @param {string} outcome one word or a few
   */
  async write(asker, what, outcome) {
    const { user, team, channel } = asker;
    console.info(`audit ${JSON.stringify({ at: new Date().toISOString(), user, team, channel, what, outcome })}`);
    if (this.#channel !== '') {
      const line = outcome.replace(/\r\n|[\n\v\f\r\x85\u2028\u2029]/g, ' '); // so that none looks like another line
      await this.#post(asker, `<@${user}> in <#${channel}>: \`${escaped(what)}\` - ${escaped(line)}`);
    }
  }

  /**
   * A failure must not undo or repeat what was done, and the line in the log is there already.
   *
   * @param {Asker} asker
   * @param {string} text
   */
  async #post(asker, text) {
    try {
      await asker.slack.chat.postMessage({ channel: this.#channel, text });
    } catch (error) {
      console.error(`AUDIT_CHANNEL got no message: ${error}`);
    }
  }
}
