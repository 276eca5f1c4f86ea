import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../settings.js';

const GOOD = {
  SLACK_TRANSPORT: 'socket-mode',
  SLACK_BOT_TOKEN: 'xoxb-0123456789ab',
  SLACK_APP_TOKEN: 'xapp-0123456789ab',
  // region inbox
  DATABASE_URL: 'postgresql://bot@localhost/bot',
  // endregion
};

test('reads what is set, and stands in for what is not', () => {
  const settings = readSettings(GOOD);

  assert.equal(settings.transport, 'socket-mode');
  assert.equal(settings.apiUrl, 'https://slack.com/api/');
  assert.deepEqual(settings.address, { host: undefined, port: 3000 });
  assert.equal(settings.signingSecret, '');
});

test('says everything that is wrong, one line each, and no value', () => {
  const wrong = {
    SLACK_TRANSPORT: 'carrier-pigeon',
    SLACK_BOT_TOKEN: 'a secret',
    SLACK_API_URL: 'ftp://slack',
    PORT: '70000',
    // region inbox
    DATABASE_URL: 'postgresql://bot@localhost/bot',
    // endregion
  };

  assert.throws(
    () => readSettings(wrong),
    (/** @type {Error & {status: number}} */ error) => {
      assert.equal(error.status, 2);
      const names = error.message.split('\n').map((line) => line.split(' ', 1)[0]);
      assert.deepEqual(names.slice(0, 2), ['SLACK_TRANSPORT', 'SLACK_BOT_TOKEN']);
      assert.deepEqual(names.slice(-2), ['SLACK_API_URL', 'PORT']);
      assert.doesNotMatch(error.message, /pigeon|a secret|ftp|70000/);
      return true;
    },
  );
});

// region prometheus workspaces
test("lets nobody else's people ask private systems", () => {
  const others = {
    SLACK_CLIENT_ID: '123.456',
    SLACK_CLIENT_SECRET: 'client-secret-for-loopback',
    TOKEN_KEY: 'bG9jYWwtc2xhY2stdG9rZW4ta2V5LW9mLTMyLWJ5dGU=',
    PROMETHEUS_URL: 'https://prometheus.example.com',
  };

  assert.throws(() => readSettings({ ...GOOD, ...others }), /^Error: SLACK_CLIENT_ID is wrong: expected none beside/);
});

// endregion
test('needs the secrets of its transport alone', () => {
  assert.throws(
    () => readSettings({ ...GOOD, SLACK_TRANSPORT: 'events-api' }),
    /^Error: SLACK_SIGNING_SECRET is missing/,
  );
});
