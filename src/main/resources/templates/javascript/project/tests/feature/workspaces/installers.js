import { environment, post, startBot } from '../../helpers/bot.js';
import { PretendSlack, until } from '../../helpers/pretend-slack.js';

/** @import {Service} from '../../../runtime/service.js' */

export const OLD = Buffer.from('an old key of just 32 characters').toString('base64');
export const NEW = Buffer.from('a newer one, of 32 characters...').toString('base64');

export const CLIENT_ID = '123.456';
export const CLIENT_SECRET = 'client-secret-for-loopback';

/**
 * A bot that others install, with its Slack.
 *
 * @param {'socket-mode' | 'events-api'} transport
 */
export async function startInstallable(transport) {
  const slack = await PretendSlack.start();
  const { SLACK_BOT_TOKEN: _, ...variables } = environment(slack, transport);
  const bot = await startBot(slack, transport, {
    ...variables,
    SLACK_CLIENT_ID: CLIENT_ID,
    SLACK_CLIENT_SECRET: CLIENT_SECRET,
    TOKEN_KEY: OLD,
  });
  return { slack, bot, visitor: new Visitor(slack, bot, transport), data: variables.DATA_DIR };
}

/**
 * What Slack answers when somebody has installed the app in a workspace.
 *
 * @param {string} id
 * @param {object} [more]
 */
export function team(id, more = {}) {
  return {
    ok: true,
    access_token: `xoxb-of-${id}`,
    bot_user_id: 'U0BOT',
    is_enterprise_install: false,
    team: { id, name: `Team ${id}` },
    enterprise: null,
    authed_user: { id: 'U1' },
    ...more,
  };
}

/** The same in an organization. @param {string} id */
export function organization(id) {
  return { ...team(id), team: null, enterprise: { id, name: 'Org' }, is_enterprise_install: true };
}

/** Who opens the bot's pages, and Slack, which delivers to it over either transport. */
export class Visitor {
  #slack;
  #bot;
  #envelopes = 0;

  /** @param {PretendSlack} slack @param {Service} bot @param {'socket-mode' | 'events-api'} transport */
  constructor(slack, bot, transport) {
    this.#slack = slack;
    this.#bot = bot;
    this.transport = transport;
  }

  /** @param {string} path @param {string} [cookie] */
  get(path, cookie) {
    return fetch(`http://127.0.0.1:${this.#bot.port()}${path}`, {
      redirect: 'manual',
      headers: cookie === undefined ? {} : { Cookie: `other=1; ${cookie}` },
    });
  }

  /** Opens the link, and gets what leads back from Slack's page. */
  async begin() {
    const link = await this.get('/slack/install');
    const state = String(new URL(String(link.headers.get('location'))).searchParams.get('state'));
    const [cookie = ''] = String(link.headers.get('set-cookie')).split(';');
    return { state, cookie, back: `/slack/oauth_redirect?code=a-code&state=${state}` };
  }

  /** @param {object} answer of Slack's to the code */
  async install(answer) {
    this.#slack.answers['oauth.v2.access'] = [{ body: answer }];
    const { back, cookie } = await this.begin();
    return await this.get(back, cookie);
  }

  /**
   * Sends a payload, and returns what it is answered with once it is.
   *
   * @param {Record<string, any>} payload
   * @returns {Promise<any>}
   */
  async deliver(payload) {
    if (this.transport === 'events-api') {
      const form = payload.command && new URLSearchParams(payload).toString();
      const response = await post(this.#bot.port(), form || payload);
      const text = await response.text();
      return response.status === 200 && text !== '' ? JSON.parse(text) : { status: response.status };
    }
    const id = String(++this.#envelopes);
    this.#slack.socket.send(JSON.stringify({ type: 'any', envelope_id: id, payload }));
    const answer = () => this.#slack.acknowledgements.find((one) => one.envelope_id === id);
    await until(answer);
    return answer()?.payload ?? { status: 200 };
  }
}
