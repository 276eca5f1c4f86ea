import { createHmac, timingSafeEqual } from 'node:crypto';

/** @import {IncomingMessage} from 'node:http' */

export const SIGNATURE = 'x-slack-signature';
export const TIMESTAMP = 'x-slack-request-timestamp';

const MAX_BODY_BYTES = 1 << 20;
const MAX_AGE_SECONDS = 5 * 60;

/**
 * The text of a request that Slack has signed within the last five minutes, or the status with which another one is
 * refused. Bolt's own check lets any future timestamp pass. See
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 *
 * @param {IncomingMessage} request
 * @param {string} signingSecret
 * @returns {Promise<{text: string, signature: string} | number>}
 */
export async function readSigned(request, signingSecret) {
  const timestamp = request.headers[TIMESTAMP];
  const signature = request.headers[SIGNATURE];
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !isRecent(timestamp)) {
    return 401;
  }
  const body = await read(request);
  if (body === undefined) {
    return 413;
  }
  return isSame(signature, sign(signingSecret, timestamp, body)) ? { text: body.toString('utf8'), signature } : 401;
}

/**
 * Slack's signature of a request.
 *
 * @param {string} signingSecret
 * @param {string} timestamp seconds since 1970, as sent
 * @param {Buffer | string} body
 */
export function sign(signingSecret, timestamp, body) {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

/**
 * The raw bytes of a body; nothing when it is too long, whatever its Content-Length says. Such a one is read to its
 * end all the same, which cannot be far, as its time is limited.
 *
 * @param {IncomingMessage} request
 */
async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) {
      chunks.push(chunk);
    }
  }
  return length <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}

/** @param {string} timestamp */
function isRecent(timestamp) {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(Date.now() / 1_000 - Number(timestamp)) <= MAX_AGE_SECONDS;
}

/**
 * Takes as long for a near miss as for a wild guess: time must not tell how much was right.
 *
 * @param {string} sent
 * @param {string} expected
 */
function isSame(sent, expected) {
  const one = Buffer.from(sent);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
