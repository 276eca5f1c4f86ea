import { LogLevel, WebClient } from '@slack/web-api';
import { BOT, InstalledToken } from './installed-token.js';

/**
 * Who the app is to Slack.
 *
 * @typedef {object} AppCredentials
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {string | undefined} redirectUri where Slack sends people back to; nothing for the first of the manifest
 */

/**
 * What somebody has installed.
 *
 * @typedef {object} Installed
 * @property {string} installedIn the id of a workspace, or of an organization
 * @property {string} name of it, for people
 * @property {Map<string, InstalledToken>} byOwner
 */

const CALL_LIMIT_MS = 10_000;

/** What auth.test says of tokens whose installation has ended: https://docs.slack.dev/reference/methods/auth.test. */
const ENDED = new Set(['account_inactive', 'token_revoked', 'invalid_auth']);

/** Slack gives no token; the message is its error code. */
export class TokenRefused extends Error {
  /** The refresh token was used or revoked: another installation is needed. */
  isFinal() {
    return this.message === 'invalid_refresh_token';
  }
}

/**
 * Gets tokens from Slack. No answer of it is ever logged. See
 * https://docs.slack.dev/reference/methods/oauth.v2.access
 */
export class OAuthClient {
  #apiUrl;
  #slack;
  #redirectUri;

  /** @param {string} apiUrl @param {AppCredentials} credentials */
  constructor(apiUrl, { clientId, clientSecret, redirectUri }) {
    this.#apiUrl = apiUrl;
    this.#redirectUri = redirectUri;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    this.#slack = this.#clientWith(undefined, { Authorization: `Basic ${basic}` });
  }

  /**
   * Exchanges the code that Slack has sent somebody back with.
   *
   * @param {string} code
   * @returns {Promise<Installed>}
   */
  async exchange(code) {
    const answer = await this.#access({ code, redirect_uri: this.#redirectUri });
    const now = Date.now();
    const byOwner = new Map();
    if (answer.access_token) {
      byOwner.set(BOT, tokenOf(answer, { botUser: answer.bot_user_id, installed: now }));
    }
    const person = answer.authed_user;
    if (person?.access_token) {
      byOwner.set(person.id, tokenOf(person, { botUser: undefined, installed: now }));
    }
    const { id, name } = answer.is_enterprise_install ? answer.enterprise : answer.team;
    return { installedIn: id, name, byOwner };
  }

  /** Exchanges a token that is due; its refresh token is used up by that. @param {InstalledToken} due */
  async refresh(due) {
    const answer = await this.#access({ grant_type: 'refresh_token', refresh_token: due.refresh });
    // For a person's token, Slack may answer in the form of the first exchange.
    return tokenOf(answer.access_token ? answer : (answer.authed_user ?? answer), due);
  }

  /**
   * Whether the installation of a token still stands, as far as Slack says.
   *
   * @param {InstalledToken} token
   * @throws {Error} when Slack is in trouble of its own
   */
  async isInstalled(token) {
    try {
      await this.#clientWith(token.access, {}).auth.test();
      return true;
    } catch (error) {
      const code = refusalOf(error);
      if (code === 'token_expired') {
        return true;
      }
      if (ENDED.has(code ?? '')) {
        return false;
      }
      throw new Error(`auth.test answered ${code ?? troubleOf(error)}`);
    }
  }

  /** @param {Record<string, unknown>} parameters @returns {Promise<Record<string, any>>} */
  async #access(parameters) {
    try {
      return await this.#slack.apiCall('oauth.v2.access', parameters);
    } catch (error) {
      const code = refusalOf(error);
      if (code !== undefined) {
        throw new TokenRefused(code);
      }
      // Its own message may hold what Slack has answered.
      throw new Error(`oauth.v2.access answered ${troubleOf(error)}`);
    }
  }

  /** @param {string | undefined} token @param {Record<string, string>} headers */
  #clientWith(token, headers) {
    return new WebClient(token, {
      slackApiUrl: this.#apiUrl,
      headers,
      logLevel: LogLevel.ERROR,
      timeout: CALL_LIMIT_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
  }
}

/**
 * @param {Record<string, any>} answer
 * @param {{botUser: string | undefined, installed: number}} installation
 */
function tokenOf(answer, { botUser, installed }) {
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = answer;
  const expires = typeof seconds === 'number' ? Date.now() + 1_000 * seconds : undefined;
  return new InstalledToken({ access, refresh, botUser, expires, installed });
}

/** @param {unknown} error @returns {string | undefined} */
function refusalOf(error) {
  const code = /** @type {any} */ (error)?.data?.error;
  return typeof code === 'string' ? code : undefined;
}

/** @param {unknown} error */
function troubleOf(error) {
  const { statusCode, code } = /** @type {any} */ (error) ?? {};
  return String(statusCode ?? code ?? 'nothing');
}
