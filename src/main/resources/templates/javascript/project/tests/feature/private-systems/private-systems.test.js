import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuditTrail } from '../../../feature/private-systems/audit-trail.js';
import { InMemoryPendingRequests } from '../../../feature/private-systems/pending-requests.js';
import { readPrivateSystems } from '../../../feature/private-systems/private-systems.js';
import { Procedure } from '../../../feature/private-systems/procedure.js';
import { WaitingRequests } from '../../../feature/private-systems/waiting-requests.js';
import { Environment } from '../../../runtime/environment.js';
import { weather } from './rehearsed-operations.js';
import { writtenLog } from './written-log.js';

/** @import {PrivateSystem} from '../../../feature/private-systems/operation.js' */

const SKY = { words: ['weather'], operations: [weather('dry')] };
const NOT_SET_UP = { words: ['launch'], operations: [] };

/** @param {PrivateSystem[]} systems */
function help(systems) {
  const environment = new Environment({ CONFIRMATION_SECONDS: '3600' });
  const { patienceMs, ...parts } = readPrivateSystems(environment, systems);
  environment.throwIfWrong();
  return new Procedure({ ...parts, waiting: new WaitingRequests(new InMemoryPendingRequests(), patienceMs) }).help(
    '/b',
  );
}

test('knows the words of what is set up', () => {
  assert.equal(help([NOT_SET_UP, SKY]), 'I know these words:\n`/b weather`');
  assert.equal(help([NOT_SET_UP]), 'No system is set up for this bot yet.');
  assert.equal(help([]), 'No system is set up for this bot yet.');
});

test('a system knows its words', () => {
  assert.throws(() => help([{ ...SKY, words: ['launch'] }]), /The words launch lack weather/);
});

/** @type {[string, string][]} */
const wrong = [
  ['AUDIT_CHANNEL', '#audit'],
  ['CONFIRMATION_SECONDS', '0'],
  ['CONFIRMATION_SECONDS', '3601'],
  ['CONFIRMATION_SECONDS', 'ten'],
];
for (const [variable, value] of wrong) {
  test(`says in one line that ${variable} is not ${value}`, () => {
    const environment = new Environment({ [variable]: value });
    readPrivateSystems(environment, [SKY]);

    assert.throws(() => environment.throwIfWrong(), new RegExp(`^Error: ${variable} is wrong: [^\\n]+$`));
  });
}

test('tells for how long a click is waited for', () => {
  const time = (/** @type {number} */ ms) => new WaitingRequests(new InMemoryPendingRequests(), ms).time();

  assert.deepEqual([600_000, 119_000, 1_000].map(time), ['10 minutes', '119 seconds', '1 seconds']);
});

test('writes a line of JSON to the log', async (context) => {
  const log = writtenLog(context);
  const asker = { user: 'UANN', team: 'T1', isExternal: false, channel: 'C1', slack: /** @type {any} */ (undefined) };
  await new AuditTrail('').write(asker, 'sync shop', 'failed: a\nb "c"');

  assert.match(String(log[0]), /^audit \{[^\n]+\}$/);
  const { at, ...line } = JSON.parse(String(log[0]).replace('audit ', ''));
  assert.ok(Date.parse(at) <= Date.now());
  assert.deepEqual(line, {
    user: 'UANN',
    team: 'T1',
    channel: 'C1',
    what: 'sync shop',
    outcome: 'failed: a\nb "c"',
  });
});
