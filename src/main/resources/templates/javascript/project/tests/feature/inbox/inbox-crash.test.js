import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, test } from 'node:test';
import { openStore } from '../../../feature/inbox/delivery-database.js';
import { MOST_ATTEMPTS } from '../../../feature/inbox/outcome.js';
import { environment } from '../../helpers/bot.js';
import { mention } from '../../helpers/payloads.js';
import { PretendSlack, until } from '../../helpers/pretend-slack.js';

/** An answer that keeps the listener at work until its process is killed. */
const HELD = { status: 429, headers: { 'Retry-After': '60' }, body: { ok: false } };

/** @type {PretendSlack} */
let slack;
/** @type {ReturnType<typeof environment>} */
let variables;
/** @type {import('node:child_process').ChildProcess[]} */
let bots;

beforeEach(async () => {
  slack = await PretendSlack.start();
  variables = environment(slack, 'socket-mode');
  bots = [];
});

afterEach(() => {
  for (const bot of bots) {
    bot.kill('SIGKILL');
  }
  slack.stop();
});

function start() {
  const bot = spawn(process.execPath, ['tests/helpers/app.js'], {
    cwd: new URL('../../..', import.meta.url),
    env: { PATH: process.env.PATH, ...variables },
    stdio: 'ignore',
  });
  bots.push(bot);
  return bot;
}

const posts = () => slack.callsOf('chat.postMessage').length;

/** Starts a bot, lets it take the delivery, and kills it while its listener is at work. @param {number} times */
async function takeAndDie(times) {
  slack.answers['chat.postMessage'] = Array(times).fill(HELD);
  for (let time = 1; time <= times; time++) {
    const bot = start();
    if (time === 1) {
      await until(() => slack.sockets.length === 1);
      slack.socket.send(JSON.stringify({ type: 'any', envelope_id: '1', payload: mention('E1') }));
      await until(() => slack.acknowledgements.length === 1);
    }
    await until(() => posts() === time);
    bot.kill('SIGKILL');
    await once(bot, 'close');
  }
}

test('what a process has acknowledged before it was killed, the next one does', async () => {
  await takeAndDie(1);

  const next = start();
  await until(() => posts() === 2);
  next.kill('SIGTERM');
  assert.deepEqual(await once(next, 'close'), [0, null]);
});

test('what every process dies over is dead in the end', async () => {
  await takeAndDie(MOST_ATTEMPTS);

  const before = slack.sockets.length;
  const next = start();
  await until(() => slack.sockets.length > before);
  next.kill('SIGTERM');
  assert.deepEqual(await once(next, 'close'), [0, null]);
  assert.equal(posts(), MOST_ATTEMPTS);
  const store = openStore({ directory: variables.DATA_DIR });
  const [{ id, error } = {}] = await store.dead();
  assert.deepEqual([id, error], ['E1', 'the process ended during the last attempt']);
  await store.close();
});
