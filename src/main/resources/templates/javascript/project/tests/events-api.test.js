import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { COMMAND } from '../listeners/commands/index.js';
import { health, post, startBot } from './helpers/bot.js';
import { click, command, mention } from './helpers/payloads.js';
import { PretendSlack, until } from './helpers/pretend-slack.js';

/** @type {PretendSlack} */
let slack;
/** @type {import('../runtime/service.js').Service} */
let bot;

before(async () => {
  slack = await PretendSlack.start();
  bot = await startBot(slack, 'events-api');
});

after(async () => {
  await bot.close();
  slack.stop();
});

beforeEach(() => {
  slack.calls = [];
});

test('replies to a mention in its thread', async () => {
  assert.equal((await post(bot.port(), mention('E1'))).status, 200);

  await until(() => slack.calls.length > 0);
  const [{ channel, thread_ts, text } = {}] = slack.callsOf('chat.postMessage');
  assert.deepEqual([channel, thread_ts, text], ['C1', '1.0', `Hello <@U1>! Try ${COMMAND} as well.`]);
});

test('answers a command with a button', async () => {
  const response = await post(bot.port(), new URLSearchParams(command).toString());

  const answer = JSON.parse(await response.text());
  assert.equal(answer.text, 'Hello <@U1>!');
  assert.equal(answer.blocks[1].elements[0].action_id, 'greet');
});

test('answers a click over its response URL', async () => {
  const payload = JSON.stringify(click(`${slack.apiUrl}respond`));
  assert.equal((await post(bot.port(), new URLSearchParams({ payload }).toString())).status, 200);

  await until(() => slack.calls.length > 0);
  assert.deepEqual(slack.callsOf('respond'), [{ replace_original: true, text: 'A very good day to you, <@U1>!' }]);
});

test('handles an event once, however often it comes', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => post(bot.port(), mention('E2'))));

  assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200]);
  await until(() => slack.calls.length > 0);
  assert.equal(slack.callsOf('chat.postMessage').length, 1);
});

test('does not carry out a replayed command again', async () => {
  const form = new URLSearchParams({ ...command, trigger_id: '2' }).toString();
  const at = Math.floor(Date.now() / 1_000);

  assert.notEqual(await (await post(bot.port(), form, { at })).text(), '');
  assert.equal(await (await post(bot.port(), form, { at })).text(), '');
});

test('acknowledges an event that nobody listens to', async () => {
  const event = { type: 'event_callback', event_id: 'E3', team_id: 'T1', event: { type: 'team_join', user: 'U1' } };

  assert.equal((await post(bot.port(), event)).status, 200);
});

test('waits when Slack limits its calls', async () => {
  slack.answers['chat.postMessage'] = [{ status: 429, headers: { 'Retry-After': '1' }, body: { ok: false } }];
  await post(bot.port(), mention('E4'));

  await until(() => slack.callsOf('chat.postMessage').length === 2);
});

test('refuses what Slack has not signed just now', async () => {
  const now = Math.floor(Date.now() / 1_000);

  assert.equal((await post(bot.port(), mention('E5'), { secret: 'another secret of 16' })).status, 401);
  assert.equal((await post(bot.port(), mention('E5'), { at: now - 400 })).status, 401);
  assert.equal((await post(bot.port(), mention('E5'), { at: now + 400 })).status, 401);
  assert.equal((await post(bot.port(), 'x'.repeat(1 << 21))).status, 413);
  assert.equal((await fetch(`http://127.0.0.1:${bot.port()}/slack/events`)).status, 405);
  assert.deepEqual(slack.calls, []);
});

test('says that a signed request makes no sense', async () => {
  assert.equal((await post(bot.port(), 'payload=no-json')).status, 400);
  assert.equal((await post(bot.port(), [])).status, 400);
  assert.equal((await post(bot.port(), { type: 'unknown' })).status, 404);
});

test("answers Slack's checks", async () => {
  const challenge = await post(bot.port(), { type: 'url_verification', challenge: 'abc' });

  assert.equal(await challenge.text(), 'abc');
  assert.match(String(challenge.headers.get('content-type')), /^text\/plain/);
  assert.equal((await post(bot.port(), `ssl_check=1&command=${COMMAND}`)).status, 200);
});

test('cuts requests that are never finished, and stays reachable meanwhile', async () => {
  const halves = Array.from({ length: 60 }, () => connect(bot.port(), '127.0.0.1').on('error', () => {}));
  for (const half of halves) {
    half.write('P');
  }

  assert.deepEqual(await health(bot.port(), '/livez'), { status: 200, alive: true });
  const cuts = halves.map((half) => new Promise((resolve) => half.resume().on('close', resolve)));
  await Promise.all(cuts);
  assert.equal((await health(bot.port(), '/readyz')).ready, true);
});
