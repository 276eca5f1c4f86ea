import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../feature/inbox/dead-letters.js', import.meta.url));

test('says that the database is away', () => {
  const env = { PATH: process.env.PATH, DATABASE_URL: 'postgresql://bot@127.0.0.1:1/bot' };
  const { status, stderr } = spawnSync(process.execPath, [COMMAND], { env, encoding: 'utf8' });

  assert.equal(stderr, 'The database cannot be used: ECONNREFUSED\n');
  assert.equal(status, 1);
});
