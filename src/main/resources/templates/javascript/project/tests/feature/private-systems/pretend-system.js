import { once } from 'node:events';
import { createServer } from 'node:http';
import { LIMITS, SystemClient } from '../../../feature/private-systems/system-client.js';
import { SystemCredentials } from '../../../feature/private-systems/system-credentials.js';

/** @import {AddressInfo} from 'node:net' */
/** @typedef {{status: number, headers?: Record<string, string>, body: string}} Reply */

/** A system on loopback that answers what it was told to, and keeps what it was asked. */
export class PretendSystem {
  /** @type {{method: string, target: string, authorization: string | undefined, body: string}[]} */
  calls = [];
  /** @type {Map<string, Reply[]>} */
  #replies = new Map();

  #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    const { method = '', url: target = '', headers } = request;
    this.calls.push({ method, target, authorization: headers.authorization, body });
    const replies = this.#replies.get(`${method} ${target.replace(/\?.*/, '')}`) ?? [];
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? { status: 404, body: '404 page not found' };
    response.writeHead(reply.status, reply.headers).end(reply.body);
  });

  static async start() {
    const system = new PretendSystem();
    system.#server.listen(0, '127.0.0.1');
    await once(system.#server, 'listening');
    return system;
  }

  address() {
    return `http://127.0.0.1:${/** @type {AddressInfo} */ (this.#server.address()).port}`;
  }

  /** With time for a machine that has much else to do. @param {string} name */
  client(name, bytes = LIMITS.bytes) {
    return new SystemClient(name, this.address(), SystemCredentials.bearer('secret-token'), { ms: 60_000, bytes });
  }

  /**
   * @param {string} request such as `GET /path`; of several answers the last one stays
   * @param {number} status
   * @param {string | object} body
   * @param {Record<string, string>} [headers]
   */
  answers(request, status, body, headers) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    this.#replies.set(request, [...(this.#replies.get(request) ?? []), { status, body: text, headers }]);
    return this;
  }

  /** @param {string} request @param {number} status @param {string | object} body */
  insteadAnswers(request, status, body) {
    this.#replies.delete(request);
    return this.answers(request, status, body);
  }

  changes() {
    return this.calls.filter(({ method }) => method === 'POST');
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
