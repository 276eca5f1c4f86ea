import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import pg from 'pg';
import { SideTables } from '../../../feature/inbox/side-tables.js';
import { BOT, InstalledToken } from '../../../feature/workspaces/installed-token.js';
import { KeyRing } from '../../../feature/workspaces/key-ring.js';
import { OAuthStates } from '../../../feature/workspaces/oauth-states.js';
import { TokenStore } from '../../../feature/workspaces/token-store.js';
import { until } from '../../helpers/pretend-slack.js';
import { NEW, OLD } from './installers.js';

/** @import {Database} from '../../../feature/inbox/delivery-database.js' */

/** @type {Record<string, () => Database>} */
const databases = {
  SQLite: () => {
    const directory = mkdtempSync(join(tmpdir(), 'tokens-'));
    after(() => rmSync(directory, { recursive: true }));
    return { directory };
  },
};
const { TEST_DATABASE_URL: url } = process.env;
if (url) {
  databases.PostgreSQL = () => ({ url });
}

const HOUR_MS = 60 * 60 * 1_000;
const now = Date.now();
let teams = 0;

/** @param {string} access @param {number} [expires] */
function token(access, expires) {
  const refresh = expires === undefined ? undefined : `${access}-refresh`;
  return new InstalledToken({ access, refresh, botUser: 'U0BOT', expires, installed: now });
}

/** @param {Database} database @param {string} [keys] */
function storeIn(database, keys = OLD) {
  return new TokenStore(new SideTables(database, 'installations'), new KeyRing(keys));
}

/** What lies in the file and beside it, or all that the table holds. @param {Database} database */
async function everythingIn(database) {
  if ('directory' in database) {
    const { directory } = database;
    return readdirSync(directory)
      .map((file) => readFileSync(join(directory, file), 'latin1'))
      .join();
  }
  const client = new pg.Client(database.url);
  await client.connect();
  const { rows } = await client.query('select cast(slack_token as text) as row from slack_token');
  await client.end();
  return rows.map(({ row }) => row).join();
}

for (const [name, open] of Object.entries(databases)) {
  const database = open();
  const newTeam = () => `T${now}-${++teams}`;

  test(`${name} keeps what was installed, and the latest of two`, async () => {
    const store = storeIn(database);
    const team = newTeam();
    const person = token('xoxp-1', now + HOUR_MS);
    await store.save(team, new Map([[BOT, token('xoxb-0')]]));
    await store.save(
      team,
      new Map([
        [BOT, token('xoxb-1')],
        ['U1', person],
      ]),
    );

    const found = await store.find(team);
    assert.deepEqual({ ...found.get(BOT) }, { ...token('xoxb-1') });
    assert.deepEqual({ ...found.get('U1') }, { ...person });
    assert.equal((await store.find(newTeam())).size, 0);
    await store.delete(team, 'U1');
    assert.deepEqual([...(await store.find(team)).keys()], [BOT]);
  });

  test(`${name} lets one of two get a new token`, async () => {
    const store = storeIn(database);
    // Each replica has a store of its own; a SQLite file has one process.
    const other = 'url' in database ? storeIn(database) : store;
    const team = newTeam();
    await store.save(team, new Map([[BOT, token('xoxb-1', now + HOUR_MS)]]));
    let exchanges = 0;
    let isExchanged = false;
    const slowly = async () => {
      exchanges += 1;
      await sleep(300);
      isExchanged = true;
      return token(`xoxb-new-${exchanges}`, now + 12 * HOUR_MS);
    };

    // On a slow machine, one may have to come again: none waits long for a lock.
    const found = await Promise.all(
      [store, other].map((one) =>
        one.rotate(team, BOT, slowly).catch(async () => {
          await until(() => isExchanged);
          return await one.rotate(team, BOT, slowly);
        }),
      ),
    );

    assert.deepEqual(
      found.map((one) => one?.access),
      ['xoxb-new-1', 'xoxb-new-1'],
    );
    assert.equal((await store.find(team)).get(BOT)?.installed, now, 'it is the same installation');
  });

  test(`${name} changes nothing when an exchange fails, and forgets what has ended`, async () => {
    const store = storeIn(database);
    const team = newTeam();
    await store.save(team, new Map([[BOT, token('xoxb-1', now)]]));
    const fail = () => Promise.reject(new Error('Slack is away'));

    await assert.rejects(store.rotate(team, BOT, fail), /Slack is away/);
    assert.equal((await store.find(team)).get(BOT)?.refresh, 'xoxb-1-refresh');

    assert.equal(await store.rotate(team, BOT, async () => undefined), undefined);
    assert.equal((await store.find(team)).size, 0);
    assert.equal(await store.rotate(team, BOT, () => assert.fail()), undefined);
  });

  test(`${name} holds no token in clear`, async () => {
    const team = newTeam();
    await storeIn(database).save(team, new Map([[BOT, token('xoxb-in-clear', now)]]));

    const everything = await everythingIn(database);
    assert.ok(everything.includes(team), 'it looks at the right place');
    assert.ok(!everything.includes('in-clear'));
  });

  test(`${name} takes another key in the old one's place`, async () => {
    const team = newTeam();
    await storeIn(database).save(team, new Map([[BOT, token('xoxb-1')]]));
    await assert.rejects(storeIn(database, NEW).find(team), /TOKEN_KEY lacks the key/);

    await storeIn(database, `${NEW},${OLD}`).find(team);

    assert.equal((await storeIn(database, NEW).find(team)).get(BOT)?.access, 'xoxb-1');
    await storeIn(database, `${OLD},${NEW}`).find(team); // for other tests
  });

  test(`${name} gives a state once, for some time`, async () => {
    const states = new OAuthStates(new SideTables(database, 'installations'));
    const state = await states.begin(HOUR_MS);

    assert.notEqual(await states.begin(HOUR_MS), state);
    assert.equal(await states.take('another'), false);
    const taken = await Promise.all([states.take(state), states.take(state)]);
    assert.deepEqual(taken.sort(), [false, true]);
    assert.equal(await states.take(await states.begin(-1)), false);
  });

  test(`${name} lets the oldest of too many states go`, async () => {
    const states = new OAuthStates(new SideTables(database, 'installations'), 2);
    const begun = [await states.begin(HOUR_MS), await states.begin(2 * HOUR_MS), await states.begin(3 * HOUR_MS)];

    const taken = [];
    for (const state of begun) {
      taken.push(await states.take(state));
    }
    assert.deepEqual(taken, [false, true, true]);
  });
}

test('a token is shown by no log line', () => {
  assert.doesNotMatch(inspect({ token: token('xoxb-1') }), /xoxb/);
});
