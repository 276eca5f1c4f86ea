/** @import {ChatPostMessageArguments, ConversationsHistoryResponse, WebClient} from '@slack/web-api' */

const EVENT_TYPE = 'delivery';
const PAGE = 200;
const CLOCKS_DIFFER_SECONDS = 5 * 60;

/**
 * @typedef {object} Post
 * @property {string} key the same whenever this post of a delivery is made
 * @property {boolean} isFirst whether nobody began with it before
 * @property {Date} received when the delivery came: no post of it is older
 */

/**
 * Posts that happen once although their work may be repeated. Slack and the database cannot commit together: a process
 * that dies between a post and its commit leaves work that is repeated. So the message carries the delivery's id, and
 * a repeat looks for it first. That needs the history scope of the channel's kind, such as channels:history. See
 * https://docs.slack.dev/messaging/message-metadata
 */
export class OncePosts {
  #next;

  /** @param {() => Promise<Post>} next */
  constructor(next) {
    this.#next = next;
  }

  /**
   * Posts a message, unless an earlier attempt at the same work did.
   *
   * @param {WebClient} client
   * @param {ChatPostMessageArguments} message
   */
  async post(client, message) {
    const post = await this.#next();
    if (post.isFirst || !(await isThere(client, message, post))) {
      const metadata = { event_type: EVENT_TYPE, event_payload: { id: post.key } };
      await client.chat.postMessage({ ...message, metadata });
    }
  }
}

/** @param {WebClient} client @param {ChatPostMessageArguments} message @param {Post} post */
async function isThere(client, message, post) {
  const oldest = String(Math.floor(post.received.getTime() / 1_000) - CLOCKS_DIFFER_SECONDS);
  const where = { channel: message.channel, oldest, limit: PAGE, include_all_metadata: true };
  const pages = message.thread_ts
    ? client.paginate('conversations.replies', { ...where, ts: message.thread_ts })
    : client.paginate('conversations.history', where);
  for await (const page of pages) {
    const { messages = [] } = /** @type {ConversationsHistoryResponse} */ (page);
    if (messages.some(({ metadata }) => isOf(post, metadata))) {
      return true;
    }
  }
  return false;
}

/** @param {Post} post @param {{event_type?: string, event_payload?: object} | undefined} metadata */
function isOf(post, metadata) {
  const id = /** @type {Record<string, unknown> | undefined} */ (metadata?.event_payload)?.id;
  return metadata?.event_type === EVENT_TYPE && id === post.key;
}
