import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InMemoryPendingRequests } from '../../../feature/private-systems/pending-requests.js';
// region inbox
import { StoredPendingRequests } from '../../../feature/private-systems/stored-pending-requests.js';
// endregion

/** @import {Pending, PendingRequests} from '../../../feature/private-systems/pending-requests.js' */

/** @type {Pending} */
const REQUEST = {
  step: 'APPROVAL',
  command: 'sync shop',
  pin: '4f1d',
  requester: 'U1',
  team: 'T1',
  channel: 'C1',
  until: 4_000_000_000_000,
};

/** @param {PendingRequests[]} processes */
async function isTakenOnce(processes) {
  const id = await /** @type {PendingRequests} */ (processes[0]).add(REQUEST);
  const takers = Array.from({ length: 8 }, () => processes).flat();
  const taken = await Promise.all(takers.map((process) => process.take(id)));
  assert.equal(taken.filter((request) => request !== undefined).length, 1);
}

test('keeps a request until it is taken', async () => {
  const requests = new InMemoryPendingRequests();
  const id = await requests.add(REQUEST);
  assert.notEqual(await requests.add(REQUEST), id);

  assert.deepEqual(await requests.find(id), REQUEST);
  assert.deepEqual(await requests.find(id), REQUEST);
  assert.equal(await new InMemoryPendingRequests().find(id), undefined);
  assert.deepEqual(await requests.take(id), REQUEST);
  assert.equal(await requests.find(id), undefined);
  assert.equal(await requests.take(id), undefined);
});

test('one of many gets a request', () => isTakenOnce([new InMemoryPendingRequests()]));
// region inbox

const url = process.env.TEST_DATABASE_URL;
test('processes share what waits', { skip: url === undefined && 'needs TEST_DATABASE_URL' }, async () => {
  const shared = () => StoredPendingRequests.in({ url: String(url) }, new InMemoryPendingRequests());
  const [one, other] = [shared(), shared()];

  const id = await one.add(REQUEST);
  assert.deepEqual(await other.find(id), REQUEST);
  assert.deepEqual(await other.take(id), REQUEST);
  assert.equal(await one.take(id), undefined);
  await isTakenOnce([one, other, shared()]);
});

test('one process keeps its requests itself', () => {
  const requests = new InMemoryPendingRequests();
  assert.equal(StoredPendingRequests.in({ directory: 'data' }, requests), requests);
});
// endregion
