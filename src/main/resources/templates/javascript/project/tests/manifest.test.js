import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { NAME } from '../bot.js';
import { COMMAND } from '../listeners/commands/index.js';

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const manifest = parse(read('manifest.yaml'));

test('both manifests say the same', () => {
  assert.deepEqual(JSON.parse(read('.slack/manifest.json')), manifest);
});

test('the app has the name and the command that the bot has', () => {
  assert.equal(manifest.display_information.name, NAME);
  assert.equal(manifest.features.slash_commands[0].command, COMMAND);
});
