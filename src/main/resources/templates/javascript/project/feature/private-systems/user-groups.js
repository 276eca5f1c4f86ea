import { ExpiringMap } from './expiring-map.js';

/** @import {Asker} from './asker.js' */

/**
 * Who is in a user group, remembered for a minute: Slack allows about 20 such questions a minute. A question without an
 * answer is a no.
 *
 * @see https://docs.slack.dev/reference/methods/usergroups.users.list
 */
export class UserGroups {
  /** @type {ExpiringMap<string[]>} */
  #members = new ExpiringMap(60_000, 1_000);

  /** @param {string} group @param {Asker} asker */
  async has(group, asker) {
    try {
      const known = this.#members.get(group) ?? (await this.#ask(group, asker));
      return known.includes(asker.user);
    } catch (error) {
      console.warn(`Nobody counts as a member of ${group}: ${error}`);
      return false;
    }
  }

  /** @param {string} group @param {Asker} asker */
  async #ask(group, { slack }) {
    const { users } = await slack.usergroups.users.list({ usergroup: group });
    if (!Array.isArray(users)) {
      throw new Error('Slack named no users');
    }
    this.#members.set(group, users);
    return users;
  }
}
