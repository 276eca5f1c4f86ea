/** @import {AllMiddlewareArgs, SlackActionMiddlewareArgs} from '@slack/bolt' */

/**
 * Acknowledges the click at once and takes its time for the rest.
 *
 * @param {AllMiddlewareArgs & SlackActionMiddlewareArgs} args
 */
export async function greetButton({ ack, body, respond }) {
  await ack();
  await respond({ replace_original: true, text: `A very good day to you, <@${body.user.id}>!` });
}
