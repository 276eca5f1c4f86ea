import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { environment, health, post } from '../../helpers/bot.js';
import { click, mention } from '../../helpers/payloads.js';
import { PretendSlack, until } from '../../helpers/pretend-slack.js';

const { TEST_DATABASE_URL: url } = process.env;
const only = { skip: url ? false : 'needs TEST_DATABASE_URL' };

/** @type {PretendSlack} */
let slack;
/** @type {import('node:child_process').ChildProcess[]} */
const bridges = [];

beforeEach(async () => {
  slack = await PretendSlack.start();
});

afterEach(() => {
  for (const bridge of bridges.splice(0)) {
    bridge.kill('SIGTERM');
  }
  slack.stop();
});

/** @param {Record<string, string>} variables */
function start(variables = {}) {
  const bridge = spawn(process.execPath, ['feature/lambda/local/run-bridge.js'], {
    cwd: new URL('../../..', import.meta.url),
    env: { PATH: process.env.PATH, ...environment(slack, 'events-api'), DATABASE_URL: url, ...variables },
  });
  bridges.push(bridge);
  const run = { bridge, output: '', ended: once(bridge, 'close') };
  for (const stream of [bridge.stdout, bridge.stderr]) {
    stream.on('data', (text) => {
      run.output += text;
    });
  }
  return run;
}

/** @param {ReturnType<typeof start>} run */
async function portOf(run) {
  await until(() => /port (\d+)/.test(run.output));
  return Number(run.output.match(/port (\d+)/)?.[1]);
}

/** The states of its processes, as Linux calls them. @param {number} parent */
function states(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
      } catch {
        return []; // it is gone
      }
    })
    .filter(([, ppid]) => Number(ppid) === parent)
    .map(([state]) => state);
}

const isLinux = process.platform === 'linux';

test('what is answered is worked at, by processes that are frozen in between', only, async () => {
  const run = start();
  const port = await portOf(run);
  const id = `lambda-${Date.now()}`;
  const payload = JSON.stringify(click(`${slack.apiUrl}respond`));

  assert.equal((await post(port, mention(id))).status, 200);
  assert.equal((await post(port, mention(id))).status, 200);
  assert.equal((await post(port, new URLSearchParams({ payload }).toString())).status, 200);
  await until(() => slack.callsOf('chat.postMessage').length === 1 && slack.callsOf('respond').length === 1);
  if (isLinux) {
    await until(() => states(Number(run.bridge.pid)).every((state) => state === 'T'));
  }
  assert.equal((await health(port, '/readyz')).ready, true);

  run.bridge.kill('SIGTERM');
  assert.deepEqual(await run.ended, [0, null]);
  assert.equal(slack.callsOf('chat.postMessage').length, 1);
});

test('ends with 2 when a setting is wrong', async () => {
  const run = start({ SLACK_SIGNING_SECRET: '', DATABASE_URL: '' });

  assert.deepEqual(await run.ended, [2, null]);
  assert.match(run.output, /SLACK_SIGNING_SECRET is missing: [^\n]+\nDATABASE_URL is missing: /);
});
