import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMMAND } from '../listeners/commands/index.js';
import { health, startBot } from './helpers/bot.js';
import { click, command, mention } from './helpers/payloads.js';
import { PretendSlack, until } from './helpers/pretend-slack.js';

/** @type {PretendSlack} */
let slack;
/** @type {import('../runtime/service.js').Service} */
let bot;

beforeEach(async () => {
  slack = await PretendSlack.start();
  bot = await startBot(slack, 'socket-mode');
});

afterEach(async () => {
  await bot.close();
  slack.stop();
});

/** @param {string} id @param {object} payload */
function send(id, payload) {
  slack.socket.send(JSON.stringify({ type: 'any', envelope_id: id, payload }));
}

const handled = () => slack.callsOf('chat.postMessage').map((message) => message.channel);

test('acknowledges a mention and replies', async () => {
  send('1', mention('E1'));

  await until(() => handled().length > 0);
  assert.deepEqual(slack.acknowledgements, [{ envelope_id: '1' }]);
  assert.equal(slack.callsOf('chat.postMessage')[0]?.text, `Hello <@U1>! Try ${COMMAND} as well.`);
});

test('lets Slack pack nothing, which would cost most of its speed', () => {
  assert.equal(slack.socket.extensions, '');
});

test('answers commands and clicks', async () => {
  send('1', command);
  send('2', click(`${slack.apiUrl}respond`));

  await until(() => slack.callsOf('respond').length > 0);
  assert.equal(slack.acknowledgements[0]?.payload.text, 'Hello <@U1>!');
  assert.deepEqual(slack.acknowledgements[1], { envelope_id: '2' });
});

test('handles an event once, and acknowledges it each time', async () => {
  send('1', mention('E1'));
  send('2', mention('E1'));

  await until(() => slack.acknowledgements.length === 2 && handled().length > 0);
  assert.equal(handled().length, 1);
});

test('opens the next socket before the old one is gone', async () => {
  const old = slack.socket;
  old.send(JSON.stringify({ type: 'disconnect', reason: 'warning' }));
  await until(() => slack.sockets.length === 2);

  assert.equal((await health(bot.port(), '/readyz')).ready, true);
  old.send(JSON.stringify({ type: 'any', envelope_id: '1', payload: mention('E1', 'OLD') }));
  send('2', mention('E2', 'NEW'));
  await until(() => handled().length === 2);
  assert.deepEqual(handled().sort(), ['NEW', 'OLD']);
});

test('opens one socket for one, however often Slack gives notice of it', async () => {
  const old = slack.socket;
  old.send(JSON.stringify({ type: 'disconnect', reason: 'warning' }));
  await until(() => slack.sockets.length === 2);
  old.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));

  await sleep(2_000);
  assert.equal(slack.sockets.length, 2);
});

test('outlives a connection that Slack refuses, and knows that it is deaf', async () => {
  slack.answers['apps.connections.open'] = [{ body: { ok: false, error: 'invalid_auth' } }, { status: 503, body: {} }];
  slack.socket.terminate();

  await until(() => slack.callsOf('apps.connections.open').length === 2);
  assert.equal((await health(bot.port(), '/readyz')).status, 503);
  await until(() => slack.sockets.length === 2);
  send('1', mention('E1'));
  await until(() => handled().length > 0);
});

test('finishes what it has accepted before it ends', async () => {
  send('1', mention('E1'));
  await until(() => slack.acknowledgements.length > 0);

  assert.equal(await bot.close(), true);
  assert.equal(handled().length, 1);
});
