import { COMMAND } from '../commands/index.js';

/** @import {AllMiddlewareArgs, SlackEventMiddlewareArgs} from '@slack/bolt' */

/**
 * The event is acknowledged already: this may take its time.
 *
 * @param {AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_mention'>} args
 */
export async function replyToMention({ client, event }) {
  await client.chat.postMessage({
    channel: event.channel,
    thread_ts: event.thread_ts ?? event.ts,
    text: `Hello <@${event.user}>! Try ${COMMAND} as well.`,
  });
}
