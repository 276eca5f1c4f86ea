import { BUTTON } from '../actions/index.js';

/** @import {AllMiddlewareArgs, SlackCommandMiddlewareArgs} from '@slack/bolt' */

/**
 * Reply and button ride in the acknowledgement: one answer, and no call to Slack.
 *
 * @param {AllMiddlewareArgs & SlackCommandMiddlewareArgs} args
 */
export async function offerGreeting({ ack, command }) {
  await ack({
    response_type: 'ephemeral',
    text: `Hello <@${command.user_id}>!`,
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: 'Shall I greet you properly?' } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: BUTTON, text: { type: 'plain_text', text: 'Yes, please' } }],
      },
    ],
  });
}
