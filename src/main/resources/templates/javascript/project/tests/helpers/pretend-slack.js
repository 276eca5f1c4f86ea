import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** @import {AddressInfo} from 'node:net' */
/** @import {WebSocket} from 'ws' */
/** @typedef {{method: string, arguments: Record<string, any>, credentials?: string}} Call of the Web API, or of a response URL */
/** @typedef {{status?: number, headers?: Record<string, string>, body?: object, after?: Promise<unknown>}} Answer */

/** A Slack on loopback: it notes what is called, and answers as it is told. */
export class PretendSlack {
  /** @type {Call[]} */
  calls = [];
  /** @type {WebSocket[]} */
  sockets = [];
  /** @type {Record<string, any>[]} what has come up a socket */
  acknowledgements = [];
  /** @type {Record<string, Answer[]>} by method, what is answered first */
  answers = {};

  #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    const method = String(request.url).replace('/api/', '');
    const isJson = request.headers['content-type']?.startsWith('application/json');
    this.calls.push({
      method,
      arguments: isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body)),
      credentials: request.headers.authorization,
    });
    const { status = 200, headers, body: answer = this.#answer(method), after } = this.answers[method]?.shift() ?? {};
    await after;
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(answer));
  });
  #webSockets = new WebSocketServer({ server: this.#server, perMessageDeflate: true });

  static async start() {
    const slack = new PretendSlack();
    slack.#webSockets.on('connection', (socket) => slack.#greet(socket));
    slack.#server.listen(0, '127.0.0.1');
    await once(slack.#server, 'listening');
    return slack;
  }

  get #host() {
    return `127.0.0.1:${/** @type {AddressInfo} */ (this.#server.address()).port}`;
  }

  get apiUrl() {
    return `http://${this.#host}/api/`;
  }

  /** @param {string} method */
  #answer(method) {
    return {
      ok: true,
      ...(method === 'auth.test' && { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' }),
      ...(method === 'apps.connections.open' && { url: `ws://${this.#host}/link` }),
    };
  }

  /** @param {WebSocket} socket */
  #greet(socket) {
    this.sockets.push(socket);
    socket.on('message', (data) => this.acknowledgements.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.sockets.length }));
  }

  /** The newest socket. */
  get socket() {
    return /** @type {WebSocket} */ (this.sockets.at(-1));
  }

  /** @param {string} method */
  callsOf(method) {
    return this.calls.filter((call) => call.method === method).map((call) => call.arguments);
  }

  stop() {
    for (const socket of this.#webSockets.clients) {
      socket.terminate();
    }
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/**
 * Waits until something is true.
 *
 * @param {() => unknown} condition
 */
export async function until(condition, limitMs = 60_000) {
  const end = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > end) {
      throw new Error(`Still not so after ${limitMs} ms: ${condition}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
