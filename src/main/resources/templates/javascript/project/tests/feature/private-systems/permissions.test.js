import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPermissions } from '../../../feature/private-systems/permissions-file.js';
import { UserGroups } from '../../../feature/private-systems/user-groups.js';
import { allows, NOBODY } from '../../../feature/private-systems/who-may.js';
import { StartupError } from '../../../runtime/startup-error.js';
import { Countdown, weather } from './rehearsed-operations.js';

const folder = mkdtempSync(join(tmpdir(), 'permissions-'));

/** Of `missile`, only the word is known. @param {string} file */
const readFile = (file) =>
  readPermissions(
    file,
    ['weather', 'launch', 'strike', 'missile'],
    [weather('dry'), new Countdown('launch'), new Countdown('strike')],
  );

/** @param {string} yaml */
function read(yaml) {
  const file = join(folder, 'permissions.yaml');
  writeFileSync(file, yaml);
  return readFile(file);
}

/** @param {string} yaml @param {string} name @param {{user: string, channel?: string, isExternal?: boolean}} person */
function mayDo(yaml, name, { user, channel = 'C1', isExternal = false }) {
  const asker = { user, team: 'T1', isExternal, channel, slack: /** @type {any} */ (undefined) };
  return allows(read(yaml).rules.get(name) ?? NOBODY, asker, new UserGroups());
}

test('the file beside app.js allows nothing', () => {
  assert.equal(readFile('').rules.size, 0);
});

/** @type {[string, string, string, boolean][]} */
const cases = [
  ['{users: [U1]}', 'U1', 'C1', true],
  ['{users: [U1]}', 'U2', 'C1', false],
  ['{users: [U1], channels: [C1]}', 'U1', 'C1', true],
  ['{users: [U1], channels: [C1]}', 'U1', 'C2', false],
  ['{users: [U1], channels: [C1]}', 'U2', 'C1', false],
  ['{channels: [C1]}', 'U1', 'C1', false],
  ['{approval: second-person}', 'U1', 'C1', false],
  ['{}', 'U1', 'C1', false],
  ['', 'U1', 'C1', false],
];
for (const [rule, user, channel, isAllowed] of cases) {
  test(`${rule} ${isAllowed ? 'lets' : 'does not let'} ${user} in ${channel}`, async () => {
    assert.equal(await mayDo(`operations: {launch: ${rule}}`, 'launch', { user, channel }), isAllowed);
  });
}

test('everyone may what changes nothing, and nobody of another workspace anything', async () => {
  const yaml = 'operations: {weather: {users: everyone}, launch: {users: [U1]}}';

  assert.equal(await mayDo(yaml, 'weather', { user: 'U9' }), true);
  assert.equal(await mayDo(yaml, 'weather', { user: 'U9', isExternal: true }), false);
  assert.equal(await mayDo(yaml, 'launch', { user: 'U1', isExternal: true }), false);
});

const wrong = [
  'operations: {launch: {users: everyone}}',
  'operations: {launch: {users: U1}}',
  'operations: {launch: {users: [ann]}}',
  "operations: {launch: {users: [U1, '']}}",
  'operations: {launch: {users: []}}',
  'operations: {launch: {users: [U1], channels: []}}',
  "operations: {launch: {users: [U1], channels: ['#ops']}}",
  'operations: {launch: {users: [U1], channels: }}',
  'operations: {launch: {users: [U1], channel: [C1]}}',
  'operations: {launch: {users: [U1], [channels]: [C1]}}',
  'operations: {launch: {groups: [U1]}}',
  'operations: {launch: {users: [U1], approval: none}}',
  'operations: {launch: {users: [U1], approval: }}',
  'operations: {launch: {users: [U1], aproval: second-person}}',
  'operations: {launch: [U1]}',
  'operations: {weather: {users: [U1], approval: second-person}}',
  'operations: {lanch: {users: [U1]}}',
  'operations: {launch: {users: [U1]}, launch: {users: [U2]}}',
  'operations: &all {launch: *all}',
  'operation: {}',
  'ask: &a [[*a]]',
  'ask: ',
  '- x',
  '{',
  'operations: !!javax.script.ScriptEngineManager []',
  'operations: !own {}',
];
for (const yaml of wrong) {
  test(`${yaml} ends the start`, () => {
    assert.throws(
      () => read(yaml),
      (error) => {
        assert.ok(error instanceof StartupError && error.status === 2);
        assert.ok(error.problems.every((problem) => !problem.includes('\n')));
        return true;
      },
    );
  });
}

test('a file that is not there ends the start', () => {
  assert.throws(() => readFile(join(folder, 'none.yaml')), /^Error: .*PERMISSIONS_FILE names no file/);
});

test('says in which line it is no YAML', () => {
  assert.throws(() => read('ask: Zoe\nask: Eve'), /^Error: .*expected YAML, each key once, .*; see line [12]\.$/);
});

test('may name what is not set up here', () => {
  assert.deepEqual([...read('operations: {missile: {users: [U1]}}').rules.keys()], ['missile']);
});

test('names every problem', () => {
  assert.throws(
    () => read('operations: {launch: {users: [x]}, strike: {users: everyone}}'),
    (error) => error instanceof StartupError && error.problems.length === 2,
  );
});
