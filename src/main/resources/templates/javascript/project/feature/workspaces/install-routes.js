import { timingSafeEqual } from 'node:crypto';
import { answer } from '../../runtime/http-server.js';
import { TokenRefused } from './oauth-client.js';

/** @import {IncomingMessage, ServerResponse} from 'node:http' */
/** @import {HttpServer} from '../../runtime/http-server.js' */
/** @import {InstalledTokens} from './installed-tokens.js' */
/** @import {AppCredentials, OAuthClient} from './oauth-client.js' */
/** @import {OAuthStates} from './oauth-states.js' */
/** @typedef {(request: IncomingMessage, response: ServerResponse) => Promise<void>} Step */

export const INSTALL = '/slack/install';
export const REDIRECT = '/slack/oauth_redirect';

/** With this prefix no other host of the domain can set it: RFC 6265bis, section 4.1.3. */
const COOKIE = '__Host-slack-install';

const LIFE_SECONDS = 10 * 60;

/** At work side by side: anybody may ask, and must take no connections from Slack's requests. */
const MOST = 8;

/** No page of these may be kept, framed, or name its address to another site: it may hold a code. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * The way in for those who install the app: `/slack/install` sends them to Slack, which asks them and sends them back
 * to `/slack/oauth_redirect`. A state goes with them, once in the address and once in a cookie of their browser: nobody
 * can make another's browser end an installation that it has not begun. See
 * https://docs.slack.dev/authentication/installing-with-oauth
 */
export class InstallRoutes {
  #authorizePage;
  #credentials;
  #scopes;
  #parts;
  #taken = 0;

  /**
   * @param {string} apiUrl
   * @param {AppCredentials} credentials
   * @param {{bot?: string[], user?: string[]}} scopes
   * @param {{states: OAuthStates, tokens: InstalledTokens, slack: OAuthClient}} parts
   */
  constructor(apiUrl, credentials, scopes, parts) {
    this.#authorizePage = new URL('../oauth/v2/authorize', apiUrl).href;
    this.#credentials = credentials;
    this.#scopes = scopes;
    this.#parts = parts;
  }

  /** @param {HttpServer} http */
  mount(http) {
    http.mount(INSTALL, (request, response) =>
      this.#answer(request, response, (_request, sent) => this.#install(sent)),
    );
    http.mount(REDIRECT, (request, response) =>
      this.#answer(request, response, (received, sent) => this.#comeBack(received, sent)),
    );
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response @param {Step} step */
  async #answer(request, response, step) {
    for (const [name, value] of Object.entries(HEADERS)) {
      response.setHeader(name, value);
    }
    if (request.method !== 'GET') {
      response.setHeader('Allow', 'GET');
      return answer(response, 405);
    }
    if (this.#taken === MOST) {
      return page(response, 503, 'Too many come at once. Please try again in a moment.');
    }
    this.#taken += 1;
    try {
      await step(request, response);
    } catch (error) {
      console.error(`An installation failed: ${/** @type {Error} */ (error).message}`);
      page(response, 503, 'This did not work. Please try again later.');
    } finally {
      this.#taken -= 1;
    }
  }

  /** @param {ServerResponse} response */
  async #install(response) {
    const state = await this.#parts.states.begin(1_000 * LIFE_SECONDS);
    const { bot = [], user = [] } = this.#scopes;
    const { clientId, redirectUri } = this.#credentials;
    const parameters = new URLSearchParams({
      client_id: clientId,
      scope: bot.join(','),
      ...(user.length > 0 && { user_scope: user.join(',') }),
      state,
      ...(redirectUri && { redirect_uri: redirectUri }),
    });
    setCookie(response, state, LIFE_SECONDS);
    response.setHeader('Location', `${this.#authorizePage}?${parameters}`);
    answer(response, 302);
  }

  /**
   * The state first: nothing else of a request that somebody else has made is looked at.
   *
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async #comeBack(request, response) {
    const parameters = new URLSearchParams(request.url?.split('?')[1]);
    const state = parameters.get('state') ?? '';
    if (!isFromThisBrowser(request, state) || !(await this.#parts.states.take(state))) {
      const again = `<a href="${INSTALL}">begin again</a>`;
      return page(response, 400, `This installation was begun elsewhere, or is over. Please ${again}.`);
    }
    setCookie(response, '', 0);
    const code = parameters.get('code');
    if (!code) {
      return page(response, 400, `Nothing was installed. <a href="${INSTALL}">Begin again</a>?`);
    }
    await this.#complete(code, response);
  }

  /** @param {string} code @param {ServerResponse} response */
  async #complete(code, response) {
    try {
      const installed = await this.#parts.slack.exchange(code);
      await this.#parts.tokens.save(installed);
      console.info(`Installed in ${installed.installedIn}`);
      const name = escaped(String(installed.name));
      page(response, 200, `Installed in ${name}. You can close this page and go back to Slack.`);
    } catch (error) {
      if (!(error instanceof TokenRefused)) {
        throw error;
      }
      console.warn(`Slack refused an installation: ${error.message}`);
      page(response, 400, `Slack refused the installation. <a href="${INSTALL}">Begin again</a>?`);
    }
  }
}

/** Takes as long for a near miss as for a wild guess. @param {IncomingMessage} request @param {string} state */
function isFromThisBrowser(request, state) {
  const expected = Buffer.from(`${COOKIE}=${state}`);
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => Buffer.from(cookie.trim()));
  return (
    state !== '' && cookies.some((cookie) => cookie.length === expected.length && timingSafeEqual(cookie, expected))
  );
}

/**
 * Lax: the browser sends it along when Slack's page leads back here, and with nothing that a page loads.
 *
 * @param {ServerResponse} response
 * @param {string} value
 * @param {number} seconds
 */
function setCookie(response, value, seconds) {
  response.setHeader('Set-Cookie', `${COOKIE}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`);
}

/** @param {ServerResponse} response @param {number} status @param {string} content */
function page(response, status, content) {
  const html = `<!doctype html><html lang="en"><title>Installation</title><body><p>${content}</p></body></html>\n`;
  answer(response, status, html, 'text/html; charset=utf-8');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
