import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemSettings } from '../../../feature/private-systems/system-settings.js';
import { Environment } from '../../../runtime/environment.js';

/** @import {StartupError} from '../../../runtime/startup-error.js' */

const GOOD = { MILL_URL: 'https://mill.example.com/api/', MILL_TOKEN: 'mill-secret' };

/** @param {Record<string, string>} variables */
function problems(variables) {
  const environment = new Environment({ ...GOOD, ...variables });
  const settings = new SystemSettings(environment, 'MILL_');
  settings.address();
  settings.bearer();
  try {
    environment.throwIfWrong();
    return [];
  } catch (error) {
    return /** @type {StartupError} */ (error).problems;
  }
}

test('reads an address and credentials', () => {
  const settings = new SystemSettings(new Environment(GOOD), 'MILL_');

  assert.equal(settings.isThere(), true);
  assert.equal(settings.address(), 'https://mill.example.com/api');
  assert.equal(settings.bearer().header(), 'Bearer mill-secret');
});

for (const address of ['http://mill:9093', 'https://10.0.0.1/', 'http://[::1]:8080/a/b', 'https://a-b.example.com/x']) {
  test(`takes ${address}`, () => assert.deepEqual(problems({ MILL_URL: address }), []));
}

/** @type {[string, string][]} */
const wrong = [
  ['MILL_URL', 'mill.example.com'],
  ['MILL_URL', 'file:///etc/passwd'],
  ['MILL_URL', 'http://the_mill:9093'],
  ['MILL_URL', 'https://mill.example.com/a|b'],
  ['MILL_URL', 'https://bot:a-secret@mill.example.com'],
  ['MILL_URL', 'https://mill.example.com/?token=a-secret'],
  ['MILL_URL', 'https://mill.example.com/#a-secret'],
  ['MILL_TOKEN', 'a secret with spaces'],
  ['MILL_TOKEN', ''],
];
for (const [variable, value] of wrong) {
  test(`says in one line that ${variable} is not "${value}", and never the value`, () => {
    const found = problems({ [variable]: value });

    assert.equal(found.length, 1);
    assert.ok(found[0]?.startsWith(variable));
    assert.doesNotMatch(String(found[0]), /secret/);
  });
}
