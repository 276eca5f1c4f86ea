import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { AuditTrail } from '../../../feature/private-systems/audit-trail.js';
import { InMemoryPendingRequests } from '../../../feature/private-systems/pending-requests.js';
import { Procedure } from '../../../feature/private-systems/procedure.js';
import { WaitingRequests } from '../../../feature/private-systems/waiting-requests.js';
import { Countdown } from './rehearsed-operations.js';

/** @import {Asker} from '../../../feature/private-systems/asker.js' */
/** @import {Said} from '../../../feature/private-systems/procedure.js' */
/** @import {Rule} from '../../../feature/private-systems/who-may.js' */

// Who can make this bot do something it should not?

const ANN = asker('UANN');
const BEN = asker('UBEN');
const EVE = asker('UEVE');
const ALONE = ['launch', 'now'];
const FOR_TWO = ['strike', 'now'];
const PATIENCE_MS = 10 * 60_000;

/** @type {Countdown} */
let launch;
/** @type {Countdown} */
let strike;
/** @type {Map<string, Rule>} */
let rules;
/** @type {Procedure} */
let procedure;
let now = 0;

beforeEach(() => {
  launch = new Countdown('launch');
  strike = new Countdown('strike');
  rules = new Map([
    ['launch', rule(false, 'UANN', 'UBEN')],
    ['strike', rule(true, 'UANN', 'UBEN')],
  ]);
  procedure = new Procedure({
    operations: [launch, strike],
    permissions: { whomToAsk: 'Zoe', rules },
    waiting: new WaitingRequests(new InMemoryPendingRequests(), PATIENCE_MS, () => now),
    audit: new AuditTrail(''),
  });
});

/** @returns {Rule} */
function rule(/** @type {boolean} */ secondPerson, /** @type {string[]} */ ...users) {
  return { everyone: false, users, groups: [], channels: ['C1'], secondPerson };
}

/** @param {string} user @returns {Asker} */
function asker(user, team = 'T1', channel = 'C1') {
  return { user, team, isExternal: team !== 'T1', channel, slack: /** @type {any} */ (undefined) };
}

/** @param {Asker} person @param {string[]} words */
async function ask(person, words) {
  const operation = procedure.meant(words);
  assert.ok(operation);
  return await procedure.ask(person, operation, words);
}

/** @param {Asker} person @param {string[]} words */
async function confirmation(person, words) {
  const said = await ask(person, words);
  assert.ok(said.kind === 'confirmation', said.text);
  return said.id;
}

/** @param {Asker} person */
async function approval(person) {
  const said = await procedure.confirm(person, await confirmation(person, FOR_TWO));
  assert.ok(said.kind === 'approval', said.text);
  return said.id;
}

const done = () => launch.done + strike.done;

/** @param {Said} said */
const isDenied = (said) => assert.match(said.text, /^You may not do this here.*Ask Zoe\.$/);

test('does what was confirmed', async () => {
  const said = await ask(ANN, ALONE);
  assert.equal(said.text, 'It goes off now.');
  assert.equal(done(), 0);

  assert.match((await procedure.confirm(ANN, 'id' in said ? said.id : '')).text, /It is done for UANN/);
  assert.equal(done(), 1);
});

test('denies whoever is not named and says whom to ask', async () => {
  isDenied(await ask(EVE, ALONE));
  isDenied(await ask(asker('UANN', 'T1', 'C2'), ALONE));
  isDenied(await ask(asker('UANN', 'T2', 'C1'), ALONE));

  rules.clear();
  isDenied(await ask(ANN, ALONE));
});

test('asks nothing where nothing can be done', async () => {
  assert.deepEqual(await ask(ANN, ['launch', 'never']), { kind: 'told', text: 'It cannot go off &lt;!channel&gt;.' });
});

test('a click of somebody else confirms nothing', async () => {
  const id = await confirmation(ANN, ALONE);

  await procedure.confirm(BEN, id);
  await procedure.confirm(EVE, id);
  await procedure.approve(BEN, id);
  assert.equal(done(), 0);
});

test('a click counts once, however many come at once', async () => {
  const id = await confirmation(ANN, ALONE);

  const said = await Promise.all(Array.from({ length: 16 }, () => procedure.confirm(ANN, id)));
  assert.equal(said.filter(({ kind }) => kind === 'done').length, 1);
  assert.equal((await procedure.confirm(ANN, id)).kind, 'told'); // the answer to the first one stays
  assert.equal(done(), 1);
});

test('a request expires', async () => {
  const id = await confirmation(ANN, ALONE);
  const other = await approval(ANN);

  now += PATIENCE_MS;
  assert.match((await procedure.confirm(ANN, id)).text, /has expired/);
  assert.match((await procedure.approve(BEN, other)).text, /has expired/);
  assert.equal(done(), 0);
});

test('an id of no request does nothing', async () => {
  for (const id of ['', 'undefined', '__proto__', 'launch now', '00000000-0000-0000-0000-000000000000']) {
    await procedure.confirm(ANN, id);
    await procedure.approve(BEN, id);
    await procedure.drop(ANN, id);
  }
  assert.equal(done(), 0);
});

test('a click elsewhere does nothing', async () => {
  const id = await confirmation(ANN, ALONE);
  const other = await approval(ANN);

  await procedure.confirm(asker('UANN', 'T1', 'C2'), id);
  await procedure.confirm(asker('UANN', 'T2', 'C1'), id);
  await procedure.approve(asker('UBEN', 'T1', 'C2'), other);
  await procedure.approve(asker('UBEN', 'T2', 'C1'), other);
  assert.equal(done(), 0);
});

test('who may is looked up at each click', async () => {
  const id = await confirmation(ANN, ALONE);
  const other = await approval(ANN);

  isDenied(await procedure.approve(EVE, other));
  rules.clear();
  isDenied(await procedure.confirm(ANN, id));
  isDenied(await procedure.approve(BEN, other));
  assert.equal(done(), 0);
});

test('a second person approves', async () => {
  const id = await approval(ANN);
  assert.equal(done(), 0);

  assert.match(
    (await procedure.approve(BEN, id)).text,
    /<@UANN>, approved by <@UBEN>: It is done for UANN, approved by/,
  );
  await procedure.approve(BEN, id);
  assert.equal(done(), 1);
});

test('nobody approves a request of their own', async () => {
  const id = await approval(ANN);

  assert.equal((await procedure.approve(ANN, id)).text, 'Somebody else has to approve what you asked for.');
  await procedure.confirm(ANN, id);
  assert.equal(done(), 0);

  await procedure.approve(BEN, id); // which nobody's attempt has used up
  assert.equal(done(), 1);
});

test('who may no longer do it gets no approval', async () => {
  const id = await approval(ANN);

  rules.set('strike', rule(true, 'UBEN'));
  assert.equal((await procedure.approve(BEN, id)).text, 'Whoever asked for this may not do it any more.');
  assert.equal(done(), 0);
});

test('a confirmation is no approval', async () => {
  const id = await confirmation(ANN, FOR_TWO);

  await procedure.approve(BEN, id);
  assert.equal((await procedure.confirm(ANN, id)).kind, 'approval');
  await procedure.confirm(ANN, id);
  await procedure.confirm(BEN, id);
  assert.equal(done(), 0);
});

test('does what was shown, whatever has changed since', async () => {
  launch.target = ' at A';
  const id = await confirmation(ANN, ALONE);

  launch.target = ' at B';
  assert.match((await procedure.confirm(ANN, id)).text, /It is done at A/);
});

test('shows nobody for approval what was not confirmed', async () => {
  strike.target = ' at A';
  const id = await confirmation(ANN, FOR_TWO);

  strike.target = ' at B';
  const said = await procedure.confirm(ANN, id);
  assert.deepEqual(said, { kind: 'told', text: 'What you confirm is no longer what you were shown. Ask again.' });
});

test('what was dropped is gone', async () => {
  const own = await confirmation(ANN, ALONE);
  const refused = await approval(ANN);
  const kept = await approval(ANN);

  isDenied(await procedure.drop(EVE, kept));
  assert.equal((await procedure.drop(ANN, own)).text, '`launch now`: dropped by <@UANN>. Nothing was done.');
  await procedure.drop(BEN, refused);
  await procedure.confirm(ANN, own);
  await procedure.approve(BEN, refused);
  assert.equal(done(), 0);

  await procedure.approve(BEN, kept);
  assert.equal(done(), 1);
});

test('a failure is told and not tried again', async () => {
  const id = await confirmation(ANN, ['launch', 'broken']);

  assert.match((await procedure.confirm(ANN, id)).text, /the log of the bot says why/);
  assert.match((await procedure.confirm(ANN, id)).text, /used or has expired/);
  assert.equal(done(), 1);
});
