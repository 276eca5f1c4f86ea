import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ArgoCd } from '../../../feature/argo-cd/argo-cd.js';
import { argoCdStatus } from '../../../feature/argo-cd/argo-cd-status.js';
import { argoCdSync } from '../../../feature/argo-cd/argo-cd-sync.js';
import { readArgoCd } from '../../../feature/argo-cd/argo-cd-system.js';
import { nameOf } from '../../../feature/private-systems/operation.js';
import { Environment } from '../../../runtime/environment.js';
import { PretendSystem } from '../private-systems/pretend-system.js';

// Applications, as the documentation of Argo CD describes them.

const GET = 'GET /api/v1/applications/shop';
const SYNC = 'POST /api/v1/applications/shop/sync';
const SHOP = ['shop'];
const SOON = { pauseMs: 10, limitMs: 60_000 };

/** @param {object} [operationState] @param {object} [more] @param {object} [spec] */
function application(operationState, more = {}, spec = {}) {
  return {
    metadata: { name: 'shop' },
    spec: {
      project: 'default',
      destination: { server: 'https://cluster.example.com', namespace: 'shop' },
      ...spec,
    },
    status: { sync: { status: 'OutOfSync', revision: '4f1d' }, health: { status: 'Healthy' }, operationState },
    ...more,
  };
}

const RUNNING = application({ phase: 'Running' });
const SUCCEEDED = application({ phase: 'Succeeded', message: 'successfully synced' });
const REQUESTED = application({ phase: 'Failed' }, { operation: { sync: {} } });

/** @type {PretendSystem} */
let system;
/** @type {ArgoCd} */
let argoCd;
/** @type {ReturnType<typeof argoCdStatus>} */
let status;
/** @type {ReturnType<typeof argoCdSync>} */
let sync;

beforeEach(async () => {
  system = await PretendSystem.start();
  argoCd = new ArgoCd(system.client('Argo CD'), 'default');
  status = argoCdStatus(argoCd);
  sync = argoCdSync(argoCd, SOON);
});

afterEach(() => system.stop());

/** @param {Promise<unknown>} step @param {string} sentence */
const isTrouble = (step, sentence) => assert.rejects(step, { message: sentence });

test('is there once its address is set, and then wants a token', () => {
  assert.deepEqual(readArgoCd(new Environment({ ARGOCD_TOKEN: 'x' })).operations, []);
  const whole = new Environment({ ARGOCD_URL: 'https://argo.example.com', ARGOCD_TOKEN: 'x' });
  assert.deepEqual(readArgoCd(whole).operations.map(nameOf), ['status', 'sync']);
  whole.throwIfWrong();

  const without = new Environment({ ARGOCD_URL: 'https://argo.example.com' });
  readArgoCd(without);
  assert.throws(() => without.throwIfWrong(), /^Error: ARGOCD_TOKEN is missing: [^\n]+$/);
});

// Between the question and the click, somebody may push.
test('syncs to the revision that was shown', async () => {
  system.answers(GET, 200, SUCCEEDED).answers(SYNC, 200, {});

  const { text, pin } = await sync.offer(SHOP);
  assert.equal(
    text,
    'Sync shop, which is OutOfSync and Healthy, to revision 4f1d, in namespace shop of https://cluster.example.com.' +
      ' Nothing is pruned.',
  );
  await sync.carryOut(SHOP, pin, 'U1');
  assert.match(String(system.changes()[0]?.body), /^\{"revision":"4f1d",/);
});

// It refuses every revision but the one that the application follows.
test('names no revision where Argo CD syncs by itself', async () => {
  const offerWith = (/** @type {object} */ syncPolicy) => {
    system.insteadAnswers(GET, 200, application({ phase: 'Running' }, {}, { syncPolicy }));
    return sync.offer(SHOP);
  };

  assert.equal((await offerWith({ automated: {} })).pin, '');
  assert.match((await offerWith({ automated: {} })).text, /to what is newest by then.*at work on it at the moment\.$/);
  assert.equal((await offerWith({ automated: { enabled: false } })).pin, '4f1d');
  assert.equal((await offerWith({ syncOptions: [] })).pin, '4f1d');
});

test('tells how an application is', async () => {
  system.answers(GET, 200, SUCCEEDED);

  const told = await status.answer(SHOP);
  assert.equal(told, 'shop: OutOfSync, Healthy, revision 4f1d\nLast operation: Succeeded successfully synced');
  assert.equal(system.calls[0]?.target, '/api/v1/applications/shop?project=default');
});

test('knows no application of another project', async () => {
  system.answers(GET, 200, application(undefined, {}, { project: 'other' }));

  const sentence = 'Argo CD knows no application shop in the project of this bot.';
  await isTrouble(status.answer(SHOP), sentence);
  await isTrouble(sync.offer(SHOP), sentence);
});

test('tells an unknown application from a forbidden one where Argo CD does', async () => {
  system.answers(GET, 404, { error: 'not found', code: 5, message: 'x' });
  await isTrouble(status.answer(SHOP), 'Argo CD knows no application shop.');

  system.answers('GET /api/v1/applications/web', 403, { error: 'denied', code: 7, message: 'x' });
  const forbidden = 'Argo CD knows no application web, or does not let the bot do this.';
  await isTrouble(status.answer(['web']), forbidden);

  system.answers('GET /api/v1/applications/db', 401, { error: 'no session', code: 16, message: 'x' });
  await isTrouble(status.answer(['db']), "Argo CD refuses the bot's credentials, or they may not do this.");
});

test('waits for the end of a sync, and not for that of the one before', async () => {
  system.answers(SYNC, 200, REQUESTED);
  system.answers(GET, 200, REQUESTED).answers(GET, 200, RUNNING).answers(GET, 200, SUCCEEDED);

  const outcome = await sync.carryOut(SHOP, '', 'U1');
  assert.equal(outcome, 'The sync of shop ended: Succeeded successfully synced');
  assert.deepEqual(
    system.changes().map(({ body }) => body),
    ['{"project":"default","prune":false,"dryRun":false}'],
  );
});

test('does not wait forever', async () => {
  system.answers(SYNC, 200, REQUESTED).answers(GET, 200, RUNNING);

  const hasty = argoCdSync(argoCd, { pauseMs: 10, limitMs: 100 });
  assert.match(await hasty.carryOut(SHOP, '', 'U1'), /not finished yet; `status shop` tells\.$/);
});

test('says that a sync has begun though its end cannot be seen', async () => {
  system.answers(SYNC, 200, REQUESTED).answers(GET, 500, '');

  assert.match(await sync.carryOut(SHOP, '', 'U1'), /has begun/);
});

test('says that another sync is at work', async () => {
  const message = 'another operation is already in progress';
  system.answers(SYNC, 400, { error: message, code: 9, message });

  await isTrouble(sync.carryOut(SHOP, '', 'U1'), 'Argo CD is already at work on shop.');
});

test('accepts nothing but a name', () => {
  const others = [
    '',
    '..',
    '../shop',
    'shop/sync',
    'shop?refresh=hard',
    'shop#x',
    'shop%2Fsync',
    'Shop',
    'shop.',
    '<@U1>',
    'shop&x',
    'shop;x',
    '`shop`',
    'shop\u0000',
    'shop\n',
    '\u202Eshop',
    'shop web',
    'shop --prune',
    'a'.repeat(10_000),
  ];
  assert.deepEqual(
    others.filter((text) => status.accepts(text.split(' ')) || sync.accepts(text.split(' '))),
    [],
  );
});
