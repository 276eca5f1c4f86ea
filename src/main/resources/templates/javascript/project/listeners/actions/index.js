import { greetButton } from './greet-button.js';

export const BUTTON = 'greet';

/** @param {import('@slack/bolt').App} app */
export function register(app) {
  app.action(BUTTON, greetButton);
}
