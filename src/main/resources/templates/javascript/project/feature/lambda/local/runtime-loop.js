import { once } from 'node:events';
import { Agent, request } from 'node:http';

/** @import {IncomingMessage} from 'node:http' */

/** What Lambda's own runtime does around the handler: asks for an invocation, answers it, asks for the next one. */

const { AWS_LAMBDA_RUNTIME_API: api } = process.env;
const agent = new Agent({ keepAlive: true });

// Nobody asks a function to end. A terminal's Ctrl-C is for the bridge, which kills this process.
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {});
}

const { handler } = await import('../lambda-handler.js');
for (;;) {
  const { headers, body } = await ask('GET', 'next');
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const context = {
    invokedFunctionArn: String(headers['lambda-runtime-invoked-function-arn']),
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  const id = headers['lambda-runtime-aws-request-id'];
  try {
    await ask('POST', `${id}/response`, await handler(JSON.parse(body), context));
  } catch (error) {
    await ask('POST', `${id}/error`, { errorMessage: String(error) });
  }
}

/**
 * With no time limit: while this process is frozen, time goes on.
 *
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function ask(method, path, body) {
  const sent = request(`http://${api}/2018-06-01/runtime/invocation/${path}`, { method, agent });
  sent.end(body && JSON.stringify(body));
  const [response] = /** @type {[IncomingMessage]} */ (await once(sent, 'response'));
  return { headers: response.headers, body: Buffer.concat(await response.toArray()).toString('utf8') };
}
