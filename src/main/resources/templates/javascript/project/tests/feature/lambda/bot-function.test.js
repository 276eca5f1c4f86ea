import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createFunction } from '../../../bot.js';
import { environment, readTestSettings } from '../../helpers/bot.js';
import { click, command, mention } from '../../helpers/payloads.js';
import { PretendSlack } from '../../helpers/pretend-slack.js';
import { functionUrl, httpApi, restApi } from './recorded-events.js';

const FORM = 'application/x-www-form-urlencoded';

/** @type {PretendSlack} */
let slack;
/** @type {ReturnType<typeof createFunction>} */
let bot;
/** How often the bot wanted to be invoked again. */
let again = 0;

const context = { invokedFunctionArn: 'arn', getRemainingTimeInMillis: () => 120_000 };

before(async () => {
  slack = await PretendSlack.start();
  /** @type {any} */
  const invoker = { goOn: async () => again++ };
  bot = createFunction(readTestSettings(environment(slack, 'events-api')), invoker);
});

after(async () => {
  await bot.close();
  slack.stop();
});

beforeEach(() => {
  again = 0;
  slack.calls = [];
});

/** @param {any} event @returns {Promise<any>} */
const invoke = (event) => bot.invoked(event, context);
const goOn = () => bot.invoked({ do: 'what waits' }, context);
const posts = () => slack.callsOf('chat.postMessage');

/** @param {object} payload */
const json = (payload) => ({ body: JSON.stringify(payload), type: 'application/json', base64: false });

/** @param {Record<string, string>} fields */
const form = (fields, type = FORM) => ({ body: new URLSearchParams(fields).toString(), type, base64: true });

for (const [name, made] of Object.entries({ restApi, httpApi, functionUrl })) {
  test(`${name}: an event is answered when it is stored, and worked at by the next invocation`, async () => {
    const answer = await invoke(made(json(mention(name))));

    assert.deepEqual([answer.statusCode, answer.body, again], [200, '', 1]);
    assert.deepEqual(posts(), []);
    await goOn();
    assert.equal(posts().length, 1);
    await goOn();
    assert.equal(posts().length, 1);
  });

  test(`${name}: a repeat is answered, and worked at no more`, async () => {
    await invoke(made(json(mention(`${name}-2`))));
    const answer = await invoke(made(json(mention(`${name}-2`))));

    assert.deepEqual([answer.statusCode, again], [200, 1]);
    await goOn();
    assert.equal(posts().length, 1);
  });

  test(`${name}: a command in Base64 is answered with a button`, async () => {
    const answer = await invoke(made(form({ ...command, trigger_id: name })));

    assert.equal(answer.headers['content-type'], 'application/json');
    assert.equal(JSON.parse(answer.body).blocks[1].elements[0].action_id, 'greet');
  });

  test(`${name}: an event in Base64 may have any letters`, async () => {
    const payload = mention(`${name}-é`);
    payload.event.text = 'Grüße, 日本語';
    const answer = await invoke(made({ ...json(payload), base64: true }));

    assert.equal(answer.statusCode, 200);
    await goOn();
    assert.equal(posts().length, 1);
  });

  test(`${name}: a form may name its letters`, async () => {
    const sent = form({ ...command, text: 'é', trigger_id: `${name}-charset` }, `${FORM}; charset=utf-8`);

    assert.equal((await invoke(made(sent))).statusCode, 200);
    assert.equal((await invoke(made({ ...sent, base64: false }))).statusCode, 200);
  });

  test(`${name}: what is not Slack's is refused, and what makes no sense`, async () => {
    const sent = json(mention(`${name}-3`));

    assert.equal((await invoke(made({ ...sent, secret: 'another secret of 16' }))).statusCode, 401);
    assert.equal((await invoke({ ...made(sent), body: sent.body.replace('hello', 'hullo') })).statusCode, 401);
    assert.equal((await invoke({ ...made(sent), headers: null, multiValueHeaders: null })).statusCode, 401);
    assert.equal((await invoke(made({ ...sent, body: '{"type": ' }))).statusCode, 400);
    assert.equal((await invoke(made({ ...sent, path: '/elsewhere' }))).statusCode, 404);
    assert.equal(again, 0);
  });
}

test('what a click leads to after its answer is done by the next invocation', async () => {
  const payload = JSON.stringify(click(`${slack.apiUrl}respond`));
  const answer = await invoke(functionUrl(form({ payload })));

  assert.deepEqual([answer.statusCode, again], [200, 1]);
  assert.deepEqual(slack.calls, []);
  await goOn();
  assert.equal(slack.callsOf('respond').length, 1);
});

test('what fails is left to a later invocation', async () => {
  slack.answers['chat.postMessage'] = [{ body: { ok: false, error: 'channel_not_found' } }];
  await invoke(functionUrl(json(mention('failing'))));
  await goOn();
  assert.equal(posts().length, 1);

  while (posts().length === 1) {
    await goOn();
  }
});

test('acknowledges nothing and works at nothing while Slack cannot be reached', async (t) => {
  const away = await PretendSlack.start();
  away.answers['auth.test'] = [{ status: 503 }, { status: 503 }];
  const waiting = createFunction(readTestSettings(environment(away, 'events-api')), /** @type {any} */ ({}));
  t.after(async () => {
    await waiting.close();
    away.stop();
  });
  const early = /** @type {any} */ (await waiting.invoked(functionUrl(json(mention('early'))), context));

  assert.equal(early.statusCode, 503);
  await assert.rejects(waiting.invoked({ do: 'what waits' }, context), /the bot is not ready/);
  assert.deepEqual(await waiting.invoked({ do: 'what waits' }, context), {});
  assert.deepEqual(away.callsOf('chat.postMessage'), []);
});

test("answers Slack's check of the address, and says how it is", async () => {
  const challenge = await invoke(functionUrl(json({ type: 'url_verification', challenge: 'abc' })));
  const { body, isBase64Encoded, ...get } = httpApi({ ...json({}), path: '/readyz' });
  get.requestContext.http.method = 'GET';

  assert.deepEqual([challenge.body, again], ['abc', 0]);
  assert.equal(JSON.parse((await invoke(get)).body).ready, true);
});
