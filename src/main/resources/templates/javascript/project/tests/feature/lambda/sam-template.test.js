import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { NAME } from '../../../bot.js';

const root = new URL('../../../', import.meta.url);
const { Resources } = parse(readFileSync(new URL('deploy/lambda/template.yaml', root), 'utf8'), { logLevel: 'silent' });

test('anybody may call the address, for which Lambda wants two permissions', () => {
  const permissions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Permission');

  assert.deepEqual(
    permissions.map(({ Properties: { Action, Principal } }) => [Action, Principal]),
    [
      ['lambda:InvokeFunctionUrl', '*'],
      ['lambda:InvokeFunction', '*'],
    ],
  );
});

test('the function has its handler, its name, and the right to invoke itself', () => {
  const { FunctionName, Handler, Policies, Events } = Resources.Bot.Properties;
  const [file, name] = Handler.split('.');

  assert.equal(name, 'handler');
  assert.ok(existsSync(new URL(`${file}.js`, root)));
  assert.equal(FunctionName, NAME);
  assert.deepEqual(
    Policies[0].Statement[0].Resource.map((/** @type {string} */ arn) => arn.split(':function:')[1]),
    [NAME, `${NAME}:*`],
  );
  assert.deepEqual(JSON.parse(Events.WhatWaits.Properties.Input), { do: 'what waits' });
});
