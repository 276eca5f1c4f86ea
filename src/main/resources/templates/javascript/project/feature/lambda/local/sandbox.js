import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

/** @import {ChildProcess} from 'node:child_process' */
/** @import {IncomingMessage, ServerResponse} from 'node:http' */
/** @import {AddressInfo} from 'node:net' */

const RUNTIME = fileURLToPath(new URL('runtime-loop.js', import.meta.url));
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:example-slack-bot';

/** As deploy/lambda/template.yaml says. */
const LIMIT_MS = 120_000;

/**
 * A process of the function. It asks for one invocation after the other, and is frozen until there is one, over the
 * interface of Lambda's runtimes. See https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export class Sandbox {
  /** @type {'starting' | 'asleep' | 'busy'} */
  state = 'starting';
  #owner;
  #api = createServer((request, response) => this.#handle(request, response));
  /** @type {ChildProcess | undefined} */
  #process;
  /** @type {ServerResponse | undefined} where it waits for an invocation */
  #next;
  /** @type {{resolve: (answer: string) => void, reject: (error: Error) => void} | undefined} */
  #invocation;
  /** @type {NodeJS.Timeout | undefined} */
  #limit;

  /**
   * @param {NodeJS.ProcessEnv} variables of the function
   * @param {{invoke: (event: string) => void, slept: () => void, ended: (status: number) => void}} owner hears of an
   *     invocation that the function asks for, and of this process
   */
  constructor(variables, owner) {
    this.#owner = owner;
    this.#api.listen(0, '127.0.0.1', () => this.#start(variables));
  }

  /** @param {NodeJS.ProcessEnv} variables */
  #start(variables) {
    const api = `127.0.0.1:${/** @type {AddressInfo} */ (this.#api.address()).port}`;
    this.#process = spawn(process.execPath, [RUNTIME], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        ...variables,
        AWS_LAMBDA_RUNTIME_API: api,
        AWS_ENDPOINT_URL_LAMBDA: `http://${api}`,
      },
    });
    this.#process.on('close', (status) => {
      this.#api.close();
      this.#settle()?.reject(new Error(`the process ended with status ${status}`));
      this.#owner.ended(status ?? 1);
    });
  }

  /** It has been given something to do. */
  take() {
    this.state = 'busy';
  }

  /**
   * Wakes it, and waits for its answer.
   *
   * @param {string} event
   * @returns {Promise<string>}
   */
  invoke(event) {
    return new Promise((resolve, reject) => {
      this.#invocation = { resolve, reject };
      this.#limit = setTimeout(() => this.kill(), LIMIT_MS);
      this.#process?.kill('SIGCONT');
      const headers = {
        'Content-Type': 'application/json',
        'Lambda-Runtime-Aws-Request-Id': randomUUID(),
        'Lambda-Runtime-Deadline-Ms': Date.now() + LIMIT_MS,
        'Lambda-Runtime-Invoked-Function-Arn': ARN,
      };
      this.#next?.writeHead(200, headers).end(event);
    });
  }

  kill() {
    this.#process?.kill('SIGKILL');
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async #handle(request, response) {
    const path = String(request.url);
    if (path.endsWith('/invocation/next')) {
      this.#next = response;
      this.state = 'asleep';
      this.#process?.kill('SIGSTOP');
      this.#owner.slept();
      return;
    }
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    response.writeHead(202).end();
    if (path.endsWith('/invocations')) {
      this.#owner.invoke(body);
    } else if (path.endsWith('/response')) {
      this.#settle()?.resolve(body);
    } else {
      this.#settle()?.reject(new Error(body));
    }
  }

  /** The invocation that is over. */
  #settle() {
    clearTimeout(this.#limit);
    const invocation = this.#invocation;
    this.#invocation = undefined;
    return invocation;
  }
}
