import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkspaces } from '../../../feature/workspaces/workspaces.js';
import { Environment } from '../../../runtime/environment.js';
import { NEW, OLD } from './installers.js';

/** @type {Record<string, string>} */
const variables = {
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: 'client-secret-for-loopback',
  TOKEN_KEY: `${NEW},${OLD}`,
};

/** @param {Record<string, string>} changed */
function problemOf(changed) {
  const environment = new Environment({ ...variables, ...changed });
  readWorkspaces(environment);
  try {
    environment.throwIfWrong();
    return '';
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

test('takes no bot token beside a client id', () => {
  const environment = new Environment(variables);

  assert.ok(readWorkspaces(environment));
  assert.equal(environment.botToken(), '');
  environment.throwIfWrong();
});

test('is at home in one workspace without a client id', () => {
  assert.equal(readWorkspaces(new Environment({})), undefined);
});

for (const variable of ['SLACK_CLIENT_SECRET', 'TOKEN_KEY']) {
  test(`names a missing ${variable}`, () => {
    assert.match(problemOf({ [variable]: '' }), new RegExp(`^${variable} is missing: expected [^\n]+$`));
  });
}

for (const [variable, value] of /** @type {const} */ ([
  ['SLACK_CLIENT_ID', 'an-app'],
  ['SLACK_CLIENT_SECRET', 'tooshort'],
  ['TOKEN_KEY', 'c2hvcnQ='],
  ['TOKEN_KEY', 'no base64 at all!'],
  ['SLACK_REDIRECT_URI', 'https://bot.example.com/elsewhere'],
])) {
  test(`never prints a wrong ${variable}, such as ${value}`, () => {
    const problem = problemOf({ [variable]: value });

    assert.match(problem, new RegExp(`^${variable} is wrong: expected [^\n]+$`));
    assert.ok(!problem.includes(value));
  });
}
