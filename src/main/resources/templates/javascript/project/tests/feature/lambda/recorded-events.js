import { sign } from '../../../runtime/request-guard.js';
import { SIGNING_SECRET } from '../../helpers/bot.js';

/** @typedef {{body: string, type: string, base64: boolean, path?: string, secret?: string}} Sent */

/** Slack's own headers, in its own letters. @param {Sent} sent */
function signed({ body, type, secret = SIGNING_SECRET }) {
  const at = String(Math.floor(Date.now() / 1_000));
  return {
    Accept: '*/*',
    'Content-Type': type,
    'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'X-Slack-Request-Timestamp': at,
    'X-Slack-Signature': sign(secret, at, body),
  };
}

/** @param {Sent} sent */
function bodyOf({ body, base64 }) {
  return { body: base64 ? Buffer.from(body).toString('base64') : body, isBase64Encoded: base64 };
}

/**
 * What a REST API makes of a request. See
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 *
 * @param {Sent} sent
 */
export function restApi(sent) {
  const headers = signed(sent);
  const { path = '/slack/events' } = sent;
  return {
    resource: '/{proxy+}',
    path,
    httpMethod: 'POST',
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: { proxy: path.slice(1) },
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'id',
      domainName: 'id.execute-api.us-east-1.amazonaws.com',
      httpMethod: 'POST',
      path: `/prod${path}`,
      protocol: 'HTTP/1.1',
      requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
      requestTimeEpoch: 1_428_582_896_000,
      resourcePath: '/{proxy+}',
      stage: 'prod',
    },
    ...bodyOf(sent),
  };
}

/** The common part of 2.0. @param {Sent} sent @param {string} stage @param {string} domainName */
function second(sent, stage, domainName) {
  const rawPath = `${stage === '$default' ? '' : `/${stage}`}${sent.path ?? '/slack/events'}`;
  const lower = Object.entries(signed(sent)).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { ...Object.fromEntries(lower), 'content-length': String(sent.body.length), host: domainName },
    requestContext: {
      accountId: '123456789012',
      apiId: 'id',
      domainName,
      http: { method: 'POST', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Slackbot 1.0' },
      requestId: 'id',
      routeKey: '$default',
      stage,
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: 1_583_348_638_390,
    },
    ...bodyOf(sent),
  };
}

/**
 * What an HTTP API makes of a request. See
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 *
 * @param {Sent} sent
 */
export function httpApi(sent) {
  return second(sent, 'prod', 'id.execute-api.us-east-1.amazonaws.com');
}

/**
 * What a Function URL makes of a request. See https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 *
 * @param {Sent} sent
 */
export function functionUrl(sent) {
  return second(sent, '$default', 'id.lambda-url.us-west-2.on.aws');
}
