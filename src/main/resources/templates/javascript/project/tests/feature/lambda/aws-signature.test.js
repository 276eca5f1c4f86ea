import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signed } from '../../../feature/lambda/aws-signature.js';

const CREDENTIALS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: '',
};
const NOW = new Date('2015-08-30T12:36:00Z');

/** `post-vanilla` of AWS's own examples. */
test('a request is signed as AWS signs it', () => {
  const url = new URL('https://example.amazonaws.com/');
  const request = { url, body: '', region: 'us-east-1', service: 'service', headers: {} };

  assert.equal(
    signed(request, CREDENTIALS, NOW).authorization,
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, ' +
      'Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  );
});

test('a session has a token', () => {
  const url = new URL('https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/a%3Ab/invocations');
  const request = { url, body: '{}', region: 'us-east-1', service: 'lambda', headers: { 'content-type': 'x' } };
  const headers = signed(request, { ...CREDENTIALS, sessionToken: 'token' }, NOW);

  assert.equal(headers['x-amz-security-token'], 'token');
  assert.match(
    String(headers.authorization),
    /SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
  );
});
