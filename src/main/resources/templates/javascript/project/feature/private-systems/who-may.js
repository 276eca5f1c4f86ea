/** @import {Asker} from './asker.js' */
/** @import {UserGroups} from './user-groups.js' */

/**
 * What it takes: to be of the bot's workspace, to be one of the users or in one of the groups, and to be in one of the
 * channels.
 *
 * @typedef {object} Rule
 * @property {boolean} everyone any user of that workspace; only for what changes nothing
 * @property {string[]} users ids
 * @property {string[]} groups ids
 * @property {string[]} channels ids; none means any channel
 * @property {boolean} secondPerson whether somebody else, who may do it as well, has to approve
 */

/**
 * Who may do what. What nothing is said of, nobody may.
 *
 * @typedef {object} WhoMay
 * @property {string} whomToAsk what a denial says, as it stands in permissions.yaml
 * @property {Map<string, Rule>} rules by the name of the operation
 */

/** @type {Rule} */
export const NOBODY = { everyone: false, users: [], groups: [], channels: [], secondPerson: true };

/** @param {Rule} rule @param {Asker} asker @param {UserGroups} members */
export async function allows(rule, asker, members) {
  const isRightPlace = rule.channels.length === 0 || rule.channels.includes(asker.channel);
  if (asker.isExternal || !isRightPlace) {
    return false;
  }
  if (rule.everyone || rule.users.includes(asker.user)) {
    return true;
  }
  for (const group of rule.groups) {
    if (await members.has(group, asker)) {
      return true;
    }
  }
  return false;
}
