import * as actions from './actions/index.js';
import * as commands from './commands/index.js';
import * as events from './events/index.js';

/**
 * What the bot does. Which transport brought a payload, a listener cannot tell. Bolt acknowledges an event before its
 * listener runs; a command or a click has to be acknowledged by its listener, first of all.
 *
 * @param {import('@slack/bolt').App} app
 */
export function registerListeners(app) {
  actions.register(app);
  commands.register(app);
  events.register(app);
}
