import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { jenkinsBuild } from '../../../feature/jenkins/jenkins-build.js';
import { readJenkins } from '../../../feature/jenkins/jenkins-system.js';
import { Environment } from '../../../runtime/environment.js';
import { PretendSystem } from '../private-systems/pretend-system.js';

/** @import {Change} from '../../../feature/private-systems/operation.js' */

// Jobs, as the documentation of Jenkins describes them.

/** @type {PretendSystem} */
let system;
/** @type {Change} */
let build;

beforeEach(async () => {
  system = await PretendSystem.start();
  build = jenkinsBuild(system.client('Jenkins'), { pauseMs: 10, limitMs: 60_000 });
});

afterEach(() => system.stop());

/** @param {Promise<unknown>} step @param {string} sentence */
const isTrouble = (step, sentence) => assert.rejects(step, { message: sentence });

test('is there once its address is set, and then wants a user and a token', () => {
  assert.deepEqual(readJenkins(new Environment({ JENKINS_USER: 'bot' })).operations, []);

  const without = new Environment({ JENKINS_URL: 'https://ci.example.com/jenkins' });
  assert.equal(readJenkins(without).operations.length, 1);
  assert.throws(() => without.throwIfWrong(), /^Error: JENKINS_USER is missing: .*\nJENKINS_TOKEN is missing: .*$/);
});

// Jenkins never asks for them with a 401.
test('brings its credentials with the first request', async () => {
  system.answers('GET /job/main/api/json', 200, { buildable: true });
  const variables = { JENKINS_URL: system.address(), JENKINS_USER: 'bot', JENKINS_TOKEN: '11a2' };
  const [operation] = readJenkins(new Environment(variables)).operations;

  await /** @type {Change} */ (operation).offer(['main']);
  assert.equal(system.calls[0]?.authorization, 'Basic Ym90OjExYTI='); // bot:11a2
});

test('starts a build and tells its number', async () => {
  const begun = { executable: { number: 7, url: 'https://jenkins.example.com/job/web/7/' } };
  system
    .answers('GET /job/web/job/main/api/json', 200, { buildable: true, lastBuild: { number: 6 } })
    .answers('POST /job/web/job/main/build', 201, '', { Location: 'https://elsewhere.example.com/queue/item/41/' })
    .answers('GET /queue/item/41/api/json', 200, { why: 'In the quiet period' })
    .answers('GET /queue/item/41/api/json', 200, begun);

  const { text } = await build.offer(['web/main']);
  assert.equal(text, 'Start the job web/main in Jenkins. Its last build is #6.');
  const outcome = await build.carryOut(['web/main'], '', 'U1');
  assert.equal(outcome, 'Build #7 of web/main has begun: https://jenkins.example.com/job/web/7/');
  assert.ok(system.calls.every(({ authorization }) => authorization === 'Bearer secret-token'));
  assert.deepEqual(
    system.changes().map(({ body }) => body),
    [''],
  );
});

test('tells what became of a build that does not begin', async () => {
  system
    .answers('POST /job/a/build', 201, '', { Location: 'https://x.example.com/queue/item/1/' })
    .answers('GET /queue/item/1/api/json', 200, { cancelled: true })
    .answers('POST /job/b/build', 201, '');

  assert.equal(await build.carryOut(['a'], '', 'U1'), 'The build of a was cancelled in the queue.');
  assert.equal(await build.carryOut(['b'], '', 'U1'), 'b is in the queue of Jenkins.');
});

test('tells what Jenkins does not do', async () => {
  system
    .answers('GET /job/a/api/json', 200, { buildable: false })
    .answers('POST /job/a/build', 400, '')
    .answers('POST /job/b/build', 403, '<html>')
    .answers('POST /job/c/build', 302, '', { Location: 'https://x.example.com/login' });

  await isTrouble(build.offer(['a']), 'Jenkins cannot build a: it is disabled, or a folder.');
  await isTrouble(build.carryOut(['a'], '', 'U1'), 'Jenkins wants parameters for a: start it there.');
  const refused = "Jenkins refuses the bot's credentials, or they may not do this.";
  await isTrouble(build.carryOut(['b'], '', 'U1'), refused);
  await isTrouble(build.carryOut(['c'], '', 'U1'), 'Jenkins answered with status 302.');
  await isTrouble(build.offer(['nowhere']), 'Jenkins knows no job nowhere, or does not let the bot see it.');
});

test('accepts nothing but a job', () => {
  const others = [
    '',
    '..',
    'a/../b',
    'a/./b',
    '/a',
    'a/',
    'a//b',
    'a?token=x',
    'a%2Fb',
    'a b',
    'a PARAM=$(id)',
    '-x',
    'a\\b',
    '<!here>',
    'a/b/c/d/e/f/g/h/i',
    'a'.repeat(10_000),
  ];
  assert.deepEqual(
    others.filter((text) => build.accepts(text.split(' '))),
    [],
  );
});
