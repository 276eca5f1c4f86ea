import assert from 'node:assert/strict';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '../../../feature/inbox/delivery-database.js';

/** @import {Database, Stored} from '../../../feature/inbox/delivery-database.js' */
/** @import {Outcome} from '../../../feature/inbox/outcome.js' */

const newFile = () => ({ directory: mkdtempSync(join(tmpdir(), 'store-')) });
/** @type {Record<string, () => Database>} */
const databases = { SQLite: newFile };
const { TEST_DATABASE_URL: url } = process.env;
if (url) {
  databases.PostgreSQL = () => ({ url });
}
const run = Date.now();

for (const [name, database] of Object.entries(databases)) {
  test(`${name} keeps deliveries, each once, until the work on them is done`, async () => {
    const store = openStore(database());
    await store.prepare();
    await store.prepare();
    /** @type {Outcome} */
    const done = { state: 'done' };
    /** @type {Stored[]} */
    const seen = [];
    /** @param {Outcome} outcome */
    const work = (outcome) =>
      store.workAtOne(async (delivery) => {
        seen.push(delivery);
        return outcome;
      });

    const before = await store.waiting();
    assert.equal(await store.add(`a${run}`, '{"a": 1}', 0), true);
    assert.equal(await store.add(`a${run}`, '{"a": 1}', 0), false);
    assert.equal(await store.waiting(), before + 1);
    assert.equal(await work({ state: 'waiting', pauseMs: 0, error: 'it rained' }), true);
    assert.equal(await work({ state: 'dead', error: 'it rained again' }), true);
    assert.equal(await work(done), false);
    assert.deepEqual(
      seen.map(({ id, text }) => [id, text]),
      [
        [`a${run}`, '{"a": 1}'],
        [`a${run}`, '{"a": 1}'],
      ],
    );
    assert.ok(Math.abs(Number(seen[0]?.received) - Date.now()) < 60_000);

    const dead = (await store.dead()).find(({ id }) => id === `a${run}`);
    assert.equal(dead?.error, 'it rained again');
    assert.equal(await store.begin(`a${run}`), 1);
    assert.equal(await store.revive(`a${run}`), true);
    assert.equal(await store.begin(`a${run}`), 1);
    assert.equal(await store.revive(`a${run}`), false);
    assert.equal(await work(done), true);
    assert.equal(await store.add(`a${run}`, '{"a": 1}', 0), false);
    await store.close();
  });

  test(`${name} leaves alone what somebody works at, and what is not due`, async () => {
    const store = openStore(database());
    await store.prepare();
    await store.add(`b${run}`, '{}', 0);
    await store.add(`c${run}`, '{}', 60_000);
    await store.workAtOne(async ({ id }) => {
      assert.equal(id, `b${run}`);
      assert.equal(await store.workAtOne(async () => assert.fail()), false);
      return { state: 'done' };
    });

    await store.postpone(`c${run}`, 0);
    await store.settle(`c${run}`, { state: 'done' });
    await store.add(`d${run}`, '{}', 60_000);
    await store.remove(`d${run}`);
    assert.equal(await store.add(`d${run}`, '{}', 60_000), true);
    await store.remove(`d${run}`);
    assert.equal(await store.begin(`b${run}`), 1);
    await store.forgetOlderThan(-1_000);
    assert.equal(await store.begin(`b${run}`), 1);
    assert.equal(await store.add(`b${run}`, '{}', 60_000), true);
    await store.remove(`b${run}`);
    await store.close();
  });

  test(`${name} counts what is begun, also when nothing comes of it`, async () => {
    const store = openStore(database());
    await store.prepare();
    await store.add(`e${run}`, '{}', 0);
    const begin = () =>
      store.workAtOne(async ({ id }) => {
        assert.equal(await store.begin(id), 1);
        throw new Error('the process ends');
      });

    await assert.rejects(begin, /the process ends/);
    assert.equal(await store.begin(`e${run}`), 2);
    await store.remove(`e${run}`);
    await store.close();
  });
}

test('a SQLite file belongs to one process', async () => {
  const file = newFile();
  const store = openStore(file);

  assert.throws(() => openStore(file), /Another process uses the database/);
  await store.close();
});

test("a SQLite file's folder is for the bot's user alone", async () => {
  const directory = join(newFile().directory, 'data');
  await openStore({ directory }).close();

  assert.equal(statSync(directory).mode & 0o777, 0o700);
});
