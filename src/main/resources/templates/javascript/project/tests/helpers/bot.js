// region inbox
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// endregion
import { createBot } from '../../bot.js';
import { sign } from '../../runtime/request-guard.js';
import { readSettings } from '../../settings.js';

/** @import {PretendSlack} from './pretend-slack.js' */

export const SIGNING_SECRET = '0123456789abcdef';

/**
 * What the bot's environment holds.
 *
 * @param {PretendSlack} slack
 * @param {'socket-mode' | 'events-api'} transport
 */
export function environment(slack, transport) {
  return {
    SLACK_TRANSPORT: transport,
    SLACK_BOT_TOKEN: 'xoxb-0123456789ab',
    SLACK_APP_TOKEN: 'xapp-0123456789ab',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    // region inbox
    DATABASE_URL: 'postgresql://bot@localhost/bot',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'bot-')),
    // endregion
  };
}

/**
 * What a bot under test takes from its environment.
 *
 * @param {NodeJS.ProcessEnv} variables
 */
export function readTestSettings(variables) {
  const settings = readSettings(variables);
  // region inbox
  // A file, also where the bot itself wants a database that outlives its process.
  settings.database = { directory: String(variables.DATA_DIR) };
  // endregion
  return settings;
}

/**
 * A bot that runs.
 *
 * @param {PretendSlack} slack
 * @param {'socket-mode' | 'events-api'} transport
 * @param {NodeJS.ProcessEnv} [variables]
 */
export async function startBot(slack, transport, variables = environment(slack, transport)) {
  const bot = createBot(readTestSettings(variables));
  await bot.start();
  return bot;
}

/**
 * A request as Slack signs it.
 *
 * @param {number} port
 * @param {object | string} payload an object is sent as JSON, a text as a form
 * @param {{at?: number, secret?: string}} [signed] seconds since 1970
 */
export function post(port, payload, { at = Math.floor(Date.now() / 1_000), secret = SIGNING_SECRET } = {}) {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': typeof payload === 'string' ? 'application/x-www-form-urlencoded' : 'application/json',
      'X-Slack-Request-Timestamp': String(at),
      'X-Slack-Signature': sign(secret, String(at), body),
    },
  });
}

/** @param {number} port @param {string} path */
export async function health(port, path) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, ...JSON.parse((await response.text()) || '{}') };
}
