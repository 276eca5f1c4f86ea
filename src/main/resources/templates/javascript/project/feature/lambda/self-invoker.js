import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { signed } from './aws-signature.js';

/** @import {IncomingMessage} from 'node:http' */

/**
 * What the bot asks itself: to work at what waits. It says nothing of what that is, which stands in the database.
 *
 * @typedef {{do: 'what waits'}} Job
 */

const WHAT_WAITS = JSON.stringify({ do: 'what waits' });

/** Slack waits for three seconds, and an answer must not fail over this. */
const LIMIT_MS = 1_000;

/** Lets Lambda invoke the bot once more, soon. */
export class Invoker {
  #host;
  #awsRegion;
  #credentials;
  #agent;

  /** @param {NodeJS.ProcessEnv} variables as Lambda sets them */
  constructor(variables) {
    this.#awsRegion = variables.AWS_REGION ?? 'us-east-1';
    this.#host = variables.AWS_ENDPOINT_URL_LAMBDA ?? `https://lambda.${this.#awsRegion}.amazonaws.com`;
    this.#agent = new (this.#host.startsWith('https:') ? https : http).Agent({ keepAlive: true });
    this.#credentials = {
      accessKeyId: variables.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: variables.AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: variables.AWS_SESSION_TOKEN ?? '',
    };
  }

  /**
   * A failure is no reason not to answer: the schedule finds within a minute what waits.
   *
   * @param {string} arn of the function, and of its version or alias if it was called by one
   */
  async goOn(arn) {
    try {
      // A connection that slept may be gone.
      await this.#invoke(arn).catch(() => this.#invoke(arn));
    } catch (error) {
      console.error(`What waits has to wait for the schedule: ${error}`);
    }
  }

  /** @param {string} arn */
  async #invoke(arn) {
    const url = new URL(`/2015-03-31/functions/${encodeURIComponent(arn)}/invocations`, this.#host);
    const headers = { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' };
    const request = { url, body: WHAT_WAITS, region: this.#awsRegion, service: 'lambda', headers };
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: this.#agent,
      headers: signed(request, this.#credentials, new Date()),
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    sent.end(WHAT_WAITS);
    const [response] = /** @type {[IncomingMessage]} */ (await once(sent, 'response'));
    response.resume();
    if (response.statusCode !== 202) {
      // Not the text, in which the token may stand.
      throw new Error(`Lambda answered ${response.statusCode} ${response.headers['x-amzn-errortype'] ?? ''}`);
    }
  }
}
