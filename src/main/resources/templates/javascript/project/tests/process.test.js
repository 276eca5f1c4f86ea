import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { environment } from './helpers/bot.js';
import { mention } from './helpers/payloads.js';
import { PretendSlack, until } from './helpers/pretend-slack.js';

/** @type {PretendSlack} */
let slack;
/** @type {import('node:child_process').ChildProcess[]} */
const bots = [];

beforeEach(async () => {
  slack = await PretendSlack.start();
});

afterEach(() => {
  for (const bot of bots.splice(0)) {
    bot.kill('SIGKILL');
  }
  slack.stop();
});

/** @param {Record<string, string>} variables @param {string} program */
function start(variables, program = 'tests/helpers/app.js') {
  const bot = spawn(process.execPath, [program], {
    cwd: new URL('..', import.meta.url),
    env: { PATH: process.env.PATH, ...variables },
  });
  bots.push(bot);
  const run = { bot, output: '', ended: once(bot, 'close') };
  bot.stdout.on('data', (text) => {
    run.output += text;
  });
  bot.stderr.on('data', (text) => {
    run.output += text;
  });
  return run;
}

test('ends with 2 when a setting is wrong', async () => {
  const run = start({ ...environment(slack, 'socket-mode'), SLACK_APP_TOKEN: '' }, 'app.js');

  assert.deepEqual(await run.ended, [2, null]);
  assert.match(run.output, /^SLACK_APP_TOKEN is missing: [^\n]+\n$/);
});

test('ends with 2 when Slack refuses a token', async () => {
  slack.answers['auth.test'] = [{ body: { ok: false, error: 'invalid_auth' } }];
  const run = start(environment(slack, 'events-api'));

  assert.deepEqual(await run.ended, [2, null]);
  assert.match(run.output, /^SLACK_BOT_TOKEN was refused by Slack \(invalid_auth\)[^\n]+\n$/);
});

test('ends with 2 when the address to listen on is not one of the machine', async () => {
  const run = start({ ...environment(slack, 'events-api'), HOST: '192.0.2.1' });

  assert.deepEqual(await run.ended, [2, null]);
  assert.match(run.output, /^HOST is wrong: [^\n]+\n$/);
});

test('ends with 1 when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = String(/** @type {import('node:net').AddressInfo} */ (other.address()).port);
  const run = start({ ...environment(slack, 'events-api'), PORT: port });

  assert.deepEqual(await run.ended, [1, null]);
  assert.match(run.output, /^PORT \d+ cannot be used/);
  other.close();
});

test('waits for a Slack that is in trouble', async () => {
  slack.answers['auth.test'] = [{ body: { ok: false, error: 'internal_error' } }];
  const run = start(environment(slack, 'events-api'));
  await until(() => run.output.includes('started'));

  run.bot.kill('SIGTERM');
  assert.deepEqual(await run.ended, [0, null]);
});

test('finishes its work on SIGTERM and ends with 0', async () => {
  slack.answers['chat.postMessage'] = [{ status: 429, headers: { 'Retry-After': '1' }, body: { ok: false } }];
  const run = start(environment(slack, 'socket-mode'));
  await until(() => run.output.includes('started') && slack.sockets.length > 0);
  slack.socket.send(JSON.stringify({ type: 'any', envelope_id: '1', payload: mention('E1') }));
  await until(() => slack.callsOf('chat.postMessage').length > 0);

  run.bot.kill('SIGTERM');
  assert.deepEqual(await run.ended, [0, null]);
  assert.equal(slack.callsOf('chat.postMessage').length, 2);
});
