/** @import {IncomingMessage} from 'node:http' */

/** Types that a Function URL takes for text; any other body is sent in Base64. */
const TEXT = /^(text\/.*|application\/(json|xml|javascript))(;|$)/;

/**
 * A request as a Function URL passes it on, in the payload format 2.0. See
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 *
 * @param {IncomingMessage} request
 * @param {Buffer} body
 */
export function eventOf({ method, url, headers }, body) {
  const { pathname, search } = new URL(String(url), 'http://function');
  const isText = TEXT.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    requestContext: {
      domainName: headers.host,
      http: { method, path: pathname, protocol: 'HTTP/1.1' },
      stage: '$default',
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}
