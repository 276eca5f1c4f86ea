import { once } from 'node:events';
import { request } from 'node:http';

/** @import {IncomingHttpHeaders, IncomingMessage} from 'node:http' */

/**
 * A request as an event: 1.0 of a REST API, 2.0 of an HTTP API and of a Function URL. See
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 *
 * @typedef {object} Event
 * @property {string} [version]
 * @property {string} [httpMethod]
 * @property {string} [path]
 * @property {string} [rawPath]
 * @property {string} [rawQueryString]
 * @property {Record<string, string[] | undefined> | null} [multiValueQueryStringParameters]
 * @property {Record<string, string | undefined> | null} [headers]
 * @property {Record<string, string[] | undefined> | null} [multiValueHeaders]
 * @property {string[]} [cookies]
 * @property {string | null} [body]
 * @property {boolean} [isBase64Encoded]
 * @property {{stage?: string, http?: {method?: string}}} requestContext
 */

/** Of a connection that ended at the gateway. */
const HOP_BY_HOP = ['connection', 'content-length', 'expect', 'host', 'keep-alive', 'transfer-encoding', 'upgrade'];

/**
 * Whether it is a request, and nothing that the bot or a schedule has sent.
 *
 * @param {object} event
 * @returns {event is Event}
 */
export function isRequest(event) {
  return 'requestContext' in event;
}

/**
 * Hands a request to the bot's own server, byte for byte as it was sent, and its answer back.
 *
 * @param {Event} event
 * @param {number} port
 */
export async function passOn(event, port) {
  const { body, ...rest } = requestOf(event);
  let sent;
  try {
    sent = request({ host: '127.0.0.1', port, agent: false, ...rest });
  } catch {
    return answerOf(event, 400, {}, ''); // a header that HTTP does not know
  }
  sent.end(body);
  const [response] = /** @type {[IncomingMessage]} */ (await once(sent, 'response'));
  const chunks = await response.toArray();
  return answerOf(event, response.statusCode ?? 500, response.headers, Buffer.concat(chunks).toString('utf8'));
}

/** @param {Event} event */
export function requestOf(event) {
  return {
    method: event.requestContext.http?.method ?? event.httpMethod ?? 'GET',
    path: pathOf(event),
    headers: headersOf(event),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** @param {Event} event */
function pathOf({ requestContext: { stage }, rawPath, path, rawQueryString, multiValueQueryStringParameters }) {
  // 2.0 begins with the stage, unless that is the default one.
  const whole = rawPath ?? path ?? '/';
  const plain = rawPath?.startsWith(`/${stage}/`) ? rawPath.slice(`/${stage}`.length) : whole;
  const query = rawQueryString ?? queryOf(multiValueQueryStringParameters ?? {});
  return (query === '' ? plain : `${plain}?${query}`).replace(/[^!-~]+/g, encodeURIComponent);
}

/** @param {Record<string, string[] | undefined>} parameters */
function queryOf(parameters) {
  const pairs = Object.entries(parameters).flatMap(([name, values = []]) => values.map((value) => [name, value]));
  return new URLSearchParams(pairs).toString();
}

/**
 * By names in small letters, whatever they were sent in.
 *
 * @param {Event} event
 */
function headersOf({ headers, multiValueHeaders, cookies = [] }) {
  /** @type {Record<string, string>} */
  const lower = {};
  for (const [name, value] of Object.entries({ ...headers, ...multiValueHeaders })) {
    if (value !== undefined && value !== null && !HOP_BY_HOP.includes(name.toLowerCase())) {
      lower[name.toLowerCase()] = [value].flat().join(', ');
    }
  }
  return cookies.length > 0 ? { ...lower, cookie: cookies.join('; ') } : lower;
}

/** @param {Event} event @param {number} statusCode @param {IncomingHttpHeaders} headers @param {string} body */
function answerOf({ version }, statusCode, { 'set-cookie': cookies = [], ...others }, body) {
  const headers = Object.fromEntries(Object.entries(others).filter(([name]) => !HOP_BY_HOP.includes(name)));
  const more = version === '2.0' ? { cookies } : { multiValueHeaders: { 'set-cookie': cookies } };
  return { statusCode, headers, ...(cookies.length > 0 && more), body, isBase64Encoded: false };
}
