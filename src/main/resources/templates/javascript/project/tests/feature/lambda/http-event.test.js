import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRequest, requestOf } from '../../../feature/lambda/http-event.js';
import { functionUrl, httpApi, restApi } from './recorded-events.js';

const SENT = { body: '{"é": 1}', type: 'application/json', base64: true };

for (const [name, made] of Object.entries({ restApi, httpApi, functionUrl })) {
  test(`${name}: a request is what Slack sent, byte for byte`, () => {
    const { method, path, headers, body } = requestOf(made(SENT));

    assert.equal(isRequest(made(SENT)), true);
    assert.deepEqual([method, path], ['POST', '/slack/events']);
    assert.deepEqual(body, Buffer.from(SENT.body));
    assert.deepEqual(requestOf(made({ ...SENT, base64: false })).body, body);
    assert.match(String(headers['x-slack-signature']), /^v0=/);
    assert.equal(headers['content-length'], undefined);
  });
}

test('no request is what the bot sends to itself', () => {
  assert.equal(isRequest({ do: 'what waits' }), false);
});

test('a query comes along', () => {
  const second = { ...functionUrl(SENT), rawQueryString: 'code=a%2Fb&state=x' };
  const first = { ...restApi(SENT), multiValueQueryStringParameters: { code: ['a/b'], state: ['x', 'y'] } };

  assert.equal(requestOf(second).path, '/slack/events?code=a%2Fb&state=x');
  assert.equal(requestOf(first).path, '/slack/events?code=a%2Fb&state=x&state=y');
});

test('a path with any character is one that HTTP knows', () => {
  assert.equal(requestOf({ ...restApi(SENT), path: '/é 😀' }).path, '/%C3%A9%20%F0%9F%98%80');
});

test('cookies come along, and headers that come several times', () => {
  const second = { ...httpApi(SENT), cookies: ['a=1', 'b=2'] };
  const first = { ...restApi(SENT), multiValueHeaders: { 'X-Forwarded-For': ['192.0.2.1', '192.0.2.2'] } };

  assert.equal(requestOf(second).headers.cookie, 'a=1; b=2');
  assert.equal(requestOf(first).headers['x-forwarded-for'], '192.0.2.1, 192.0.2.2');
});

test('an empty request is one', () => {
  assert.deepEqual(requestOf({ requestContext: {} }), {
    method: 'GET',
    path: '/',
    headers: {},
    body: Buffer.alloc(0),
  });
});
