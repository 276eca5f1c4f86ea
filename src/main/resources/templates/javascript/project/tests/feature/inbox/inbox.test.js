import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Inbox } from '../../../feature/inbox/inbox.js';
import { Refused } from '../../../runtime/delivery.js';
import { Environment } from '../../../runtime/environment.js';
import { Readiness } from '../../../runtime/readiness.js';
import { readDatabase } from '../../../feature/inbox/delivery-database.js';
import { command, mention } from '../../helpers/payloads.js';
import { until } from '../../helpers/pretend-slack.js';

/** @import {Delivery} from '../../../runtime/delivery.js' */

/** @type {Delivery[]} what the listener got */
let played;
/** @type {((delivery: Delivery) => Promise<void>)[]} what the listener does first */
let listeners;
/** @type {Inbox} */
let inbox;

beforeEach(async () => {
  played = [];
  listeners = [];
  const directory = mkdtempSync(join(tmpdir(), 'inbox-'));
  inbox = new Inbox({ directory }, new Readiness('events-api'), async (delivery) => {
    played.push(delivery);
    await (listeners.shift() ?? (async () => {}))(delivery);
  });
  await inbox.start();
});

afterEach(async () => {
  assert.equal(await inbox.drain(6_000), true);
});

/** @param {object} body @param {string} [signature] */
async function deliver(body, signature) {
  let answer;
  await inbox.deliver()({
    body,
    text: JSON.stringify(body),
    ...(signature && { signature }),
    ack: async (response) => {
      answer = response ?? 'acknowledged';
    },
  });
  return answer;
}

test('an event is acknowledged when it is stored, and played once', async () => {
  assert.equal(await deliver(mention('E1')), 'acknowledged');
  assert.equal(await deliver(mention('E1')), 'acknowledged');

  await until(() => played.length > 0);
  assert.deepEqual(
    played.map(({ body }) => body.event_id),
    ['E1'],
  );
});

test('what fails is played again', async () => {
  listeners = [() => Promise.reject(new Error('it rained'))];
  await deliver(mention('E1'));

  await until(() => played.length === 2);
});

test('a command is answered at once, and once', async () => {
  listeners = [async ({ ack }) => ack('hello')];

  assert.equal(await deliver(command, 'v0=1'), 'hello');
  assert.equal(await deliver(command, 'v0=1'), 'acknowledged');
  assert.equal(played.length, 1);
});

test('a command whose listener fails after its answer is played again', async () => {
  listeners = [
    async ({ ack }) => {
      await ack('hello');
      throw new Error('it rained');
    },
  ];

  assert.equal(await deliver(command, 'v0=1'), 'hello');
  await until(() => played.length === 2);
});

test('nothing is taken while it drains', async () => {
  await inbox.drain(6_000);

  await assert.rejects(deliver(mention('E1')), Refused);
});

test('a repeat looks for its post before it posts again', async () => {
  /** @type {any[]} */
  const messages = [];
  /** @type {any} */
  const client = {
    chat: { postMessage: async (/** @type {any} */ message) => messages.push(message) },
    paginate: async function* () {
      yield { messages: [{ text: 'something newer' }] };
      yield { messages };
    },
  };
  const posts = inbox.posts();
  const post = () => posts.post(client, { channel: 'C1', text: 'hello' });
  listeners = [
    async () => {
      await post();
      throw new Error('it rained');
    },
    post,
  ];
  await deliver(mention('E1'));

  await until(() => played.length === 2);
  assert.deepEqual(
    messages.map(({ metadata }) => metadata.event_payload.id),
    ['E1#0'],
  );
});

// region kubernetes
test('wants a database where no file outlives its process', () => {
  const environment = new Environment({ DATA_DIR: 'data' });
  readDatabase(environment);

  assert.throws(() => environment.throwIfWrong(), /^Error: DATABASE_URL is missing: expected postgresql:/);
});

// endregion
test('says what is wrong with the address of the database, and not the address', () => {
  const environment = new Environment({ DATABASE_URL: 'mysql://user:secret@host/db' });
  readDatabase(environment);

  assert.throws(
    () => environment.throwIfWrong(),
    (/** @type {Error} */ error) => /^DATABASE_URL is wrong/.test(error.message) && !/secret/.test(error.message),
  );
});
