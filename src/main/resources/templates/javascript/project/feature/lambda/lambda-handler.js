import { createFunction } from '../../bot.js';
import { report } from '../../runtime/launcher.js';
import { StartupError } from '../../runtime/startup-error.js';
import { readSettings } from '../../settings.js';
import { Invoker } from './self-invoker.js';

/** @import {Context} from './bot-function.js' */
/** @import {Event} from './http-event.js' */
/** @import {Job} from './self-invoker.js' */

// Before the first invocation, since it counts within the three seconds that Slack waits.
const bot = await orEnd(async () => {
  const settings = readSettings({ ...process.env, SLACK_TRANSPORT: 'events-api' });
  const made = createFunction(settings, new Invoker(process.env));
  await made.wake();
  return made;
});

/**
 * What Lambda calls.
 *
 * @param {Event | Job} event a request, or the bot's own wish to go on
 * @param {Context} context
 */
export async function handler(event, context) {
  return await orEnd(() => bot.invoked(event, context));
}

/**
 * A wrong setting or a refused token ends the process: Lambda starts another one, and its log says why.
 *
 * @template T
 * @param {() => Promise<T>} step
 */
async function orEnd(step) {
  try {
    return await step();
  } catch (error) {
    if (error instanceof StartupError) {
      process.exit(report(error));
    }
    throw error;
  }
}
