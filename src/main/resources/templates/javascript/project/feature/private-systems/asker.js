/** @import {Context} from '@slack/bolt' */
/** @import {WebClient} from '@slack/web-api' */

/**
 * Who typed or clicked, where, as Slack says; never what a message or a button says.
 *
 * @typedef {object} Asker
 * @property {string} user
 * @property {string} team
 * @property {boolean} isExternal whether they are of another workspace, from which Slack Connect brings people to a
 *     channel
 * @property {string} channel
 * @property {WebClient} slack the Web API of the bot's workspace
 */

/**
 * People of the bot's organization are at home, too; of them, Slack may tell the organization's id in the place of the
 * workspace's.
 *
 * @see https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload user.team_id
 *
 * @param {Context} bot
 * @param {WebClient} slack
 * @param {{user: string, team?: string, enterprise?: string, channel: string}} person the team is theirs, not the
 *     message's: a click from another workspace comes with the message's team
 * @returns {Asker}
 */
export function askerOf(bot, slack, { user, team = '', enterprise = '', channel }) {
  const homes = [bot.home?.teamId, bot.home?.enterpriseId].filter(Boolean);
  const isExternal = !homes.includes(team) && !homes.includes(enterprise);
  return { user, team: isExternal ? team : String(bot.home.teamId), isExternal, channel, slack };
}
