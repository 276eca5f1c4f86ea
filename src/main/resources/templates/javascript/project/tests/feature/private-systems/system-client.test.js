import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import { SystemClient } from '../../../feature/private-systems/system-client.js';
import { SystemCredentials } from '../../../feature/private-systems/system-credentials.js';
import { SystemTrouble } from '../../../feature/private-systems/system-trouble.js';
import { PretendSystem } from './pretend-system.js';
import { writtenLog } from './written-log.js';

/** @type {PretendSystem} */
let system;
/** @type {SystemClient} */
let client;

beforeEach(async () => {
  system = await PretendSystem.start();
  client = system.client('Mill');
});

afterEach(() => system.stop());

/** @param {Promise<unknown> | (() => unknown)} step @param {RegExp | string} sentence */
async function isTrouble(step, sentence) {
  await assert.rejects(
    async () => (typeof step === 'function' ? step() : step),
    (error) => {
      assert.ok(error instanceof SystemTrouble, inspect(error));
      if (typeof sentence === 'string') {
        assert.equal(error.message, sentence);
      } else {
        assert.match(error.message, sentence);
      }
      return true;
    },
  );
}

for (const status of [502, 503, 504]) {
  test(`reads once more what failed on its way with ${status}`, async () => {
    system.answers('GET /x', status, '').answers('GET /x', 200, '{}');

    assert.equal((await client.get('/x')).status, 200);
    assert.equal(system.calls.length, 2);
  });
}

test('never repeats a change', async () => {
  system.answers('POST /x', 503, '');

  await isTrouble(client.post('/x', 'application/json', '{}'), /status 503; look there whether it was done/);
  assert.equal(system.calls.length, 1);
});

test('reads no answer of any size', async () => {
  const strict = system.client('Mill', 1_000);
  const long = `[${'1,'.repeat(500)}1]`;
  system
    .answers('GET /x', 200, long)
    .answers('GET /y', 200, `"${'y'.repeat(998)}"`)
    .answers('POST /x', 200, long);

  await isTrouble(strict.get('/x'), 'Mill answers more than the bot reads.');
  await isTrouble(strict.post('/x', 'text/plain', ''), /whether it was done/);
  assert.equal((await strict.get('/y')).body.length, 1_000);
});

test('follows no redirect', async () => {
  const other = await PretendSystem.start();
  system.answers('GET /x', 302, '', { Location: `${other.address()}/x` });

  assert.equal((await client.get('/x')).status, 302);
  assert.deepEqual(other.calls, []);
  other.stop();
});

test('waits for no endless answer', async () => {
  /** @type {Promise<unknown>[]} */
  const ends = [];
  const dripping = createServer((socket) => {
    ends.push(new Promise((resolve) => socket.on('error', () => {}).on('close', resolve)));
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n');
    const drops = setInterval(() => socket.write('x'), 50);
    socket.on('close', () => clearInterval(drops));
  }).listen(0, '127.0.0.1');
  await once(dripping, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (dripping.address());
  const slow = new SystemClient('Mill', `http://127.0.0.1:${port}`, SystemCredentials.NONE, { ms: 500, bytes: 10_000 });

  await isTrouble(slow.post('/x', 'text/plain', ''), /^Mill does not answer; look there/);
  await Promise.all(ends); // it has hung up
  dripping.close();
});

for (const page of ['<html>Please log in</html>', '', 'ok', '{', 'null', '1']) {
  test(`takes ${JSON.stringify(page)} for no answer`, async () => {
    system.answers('GET /x', 200, page);

    const answer = await client.get('/x');
    await isTrouble(() => client.json(answer), 'Mill answered with something else than JSON.');
  });
}

for (const status of [302, 401, 403, 500]) {
  test(`tells neither its token nor the answer with ${status}`, async (context) => {
    const log = writtenLog(context);
    system.answers('GET /x', status, '{"message":"secret-token\n<!channel>"}');

    const answer = await client.get('/x');
    await isTrouble(() => client.json(answer), /^Mill (refuses the bot's cred|answered with status \d+\.$)/);
    assert.deepEqual(log, [`Mill answered ${status}: {"message":"... <!channel>"}`]);
    assert.doesNotMatch(inspect(client, { depth: 9 }), /secret/);
  });
}

test('says that nobody knows whether a change was made', async () => {
  system.stop();

  await isTrouble(client.post('/x', 'text/plain', ''), /whether it was done/);
  await isTrouble(client.get('/x'), 'Mill does not answer.');
});
