import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { environment } from '../../helpers/bot.js';
import { mention } from '../../helpers/payloads.js';
import { PretendSlack, until } from '../../helpers/pretend-slack.js';

test('what a process has acknowledged before it was killed, the next one does', async () => {
  const slack = await PretendSlack.start();
  const variables = { PATH: process.env.PATH, ...environment(slack, 'socket-mode') };
  const start = () =>
    spawn(process.execPath, ['app.js'], { cwd: new URL('../../..', import.meta.url), env: variables });
  slack.answers['chat.postMessage'] = [{ status: 429, headers: { 'Retry-After': '60' }, body: { ok: false } }];
  const first = start();
  await until(() => slack.sockets.length === 1);
  slack.socket.send(JSON.stringify({ type: 'any', envelope_id: '1', payload: mention('E1') }));
  await until(() => slack.acknowledgements.length === 1 && slack.callsOf('chat.postMessage').length === 1);

  first.kill('SIGKILL');
  await once(first, 'close');
  const second = start();
  await until(() => slack.callsOf('chat.postMessage').length === 2);
  second.kill('SIGTERM');
  assert.deepEqual(await once(second, 'close'), [0, null]);
  slack.stop();
});
