import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyRing } from '../../../feature/workspaces/key-ring.js';
import { NEW, OLD } from './installers.js';

const keys = new KeyRing(OLD);

test('opens what it has locked', () => {
  const locked = keys.lock('xoxb-secret', 'T1 bot');

  assert.equal(keys.open(locked, 'T1 bot'), 'xoxb-secret');
  assert.doesNotMatch(locked, /xoxb/);
  assert.notEqual(keys.lock('xoxb-secret', 'T1 bot'), locked, 'the nonce is another one each time');
});

test('opens what a bot in another language has locked', () => {
  const locked = '88559a66:+4De+Gzs1GiIYQG4tyrZUwJ10CCMiMBvgnTtm+AGJdQjukHo3ubk';

  assert.equal(keys.open(locked, 'T1 bot'), 'xoxb-secret');
});

test('opens nothing elsewhere, and nothing that was changed', () => {
  const locked = keys.lock('xoxb-secret', 'T1 bot');
  const changed = locked.slice(0, -5) + (locked.at(-5) === 'A' ? 'B' : 'A') + locked.slice(-4);

  assert.throws(() => keys.open(locked, 'T2 bot'), /belongs elsewhere/);
  assert.throws(() => keys.open(changed, 'T1 bot'), /was changed/);
  assert.throws(() => keys.open(locked.slice(0, 20), 'T1 bot'), /was changed/);
});

test('a new key locks while the old one still opens', () => {
  const old = keys.lock('xoxb-secret', 'T1 bot');
  const both = new KeyRing(`${NEW}, ${OLD}`);

  assert.equal(both.open(old, 'T1 bot'), 'xoxb-secret');
  assert.equal(both.isOld(old), true);
  assert.equal(both.isOld(both.lock('xoxb-secret', 'T1 bot')), false);
});

test('names the key that is missing and shows none', () => {
  const locked = keys.lock('xoxb-secret', 'T1 bot');

  assert.throws(
    () => new KeyRing(NEW).open(locked, 'T1 bot'),
    ({ message }) =>
      message.startsWith(`TOKEN_KEY lacks the key ${locked.split(':')[0]}`) &&
      !message.includes(OLD) &&
      !message.includes(NEW),
  );
});

for (const encoded of ['', 'c2hvcnQ=', 'no base64!', ',', `${OLD},`]) {
  test(`takes keys of 32 bytes only, not "${encoded}"`, () => {
    assert.throws(() => new KeyRing(encoded), RangeError);
  });
}
