import { offerGreeting } from './offer-greeting.js';

export const COMMAND = '/example-slack-bot';

/** @param {import('@slack/bolt').App} app */
export function register(app) {
  app.command(COMMAND, offerGreeting);
}
