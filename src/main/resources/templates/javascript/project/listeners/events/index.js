import { replyToMention } from './reply-to-mention.js';

/** @param {import('@slack/bolt').App} app */
export function register(app) {
  app.event('app_mention', replyToMention);
}
