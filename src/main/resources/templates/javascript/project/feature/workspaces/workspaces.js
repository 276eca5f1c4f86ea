import { readFileSync } from 'node:fs';
import { SideTables } from '../inbox/side-tables.js';
import { Departures } from './departures.js';
import { InstallRoutes, REDIRECT } from './install-routes.js';
import { InstallableApp } from './installable-app.js';
import { InstalledTokens } from './installed-tokens.js';
import { KeyRing } from './key-ring.js';
import { OAuthClient } from './oauth-client.js';
import { OAuthStates } from './oauth-states.js';
import { TokenStore } from './token-store.js';

/** @import {Environment} from '../../runtime/environment.js' */
/** @import {HttpServer} from '../../runtime/http-server.js' */
/** @import {Database} from '../inbox/delivery-database.js' */
/** @import {AppCredentials} from './oauth-client.js' */

const CLIENT_ID = /^[0-9]+\.[0-9]+$/;
const CLIENT_SECRET = /^[!-~]{16,}$/;
const REDIRECT_URI = new RegExp(`^https?://[!-~]+${REDIRECT}$`);
const KEYS = /^[A-Za-z0-9+/=, ]+$/;
const KEYS_EXPECTED =
  '32 random bytes in Base64, as openssl rand -base64 32 prints them; behind a comma, older ones that are still to be' +
  ' read with';

/** The app as others install it, each with a token of their own. */
class Workspaces {
  #credentials;
  #keys;

  /** @param {AppCredentials} credentials @param {KeyRing} keys */
  constructor(credentials, keys) {
    this.#credentials = credentials;
    this.#keys = keys;
  }

  /**
   * The app for all its installations, kept in this database.
   *
   * @param {Database} database
   * @param {HttpServer} http gets the routes of installing
   * @param {string} apiUrl
   */
  app(database, http, apiUrl) {
    const tables = new SideTables(database, 'installations');
    const slack = new OAuthClient(apiUrl, this.#credentials);
    const states = new OAuthStates(tables);
    const store = new TokenStore(tables, this.#keys);
    const tokens = new InstalledTokens(store, slack);
    new InstallRoutes(apiUrl, this.#credentials, scopesOfManifest(), { states, tokens, slack }).mount(http);
    const app = new InstallableApp(apiUrl, tokens);
    new Departures(store, tokens, slack).register(app.app);
    return app;
  }
}

/**
 * Nothing without `SLACK_CLIENT_ID`: then the bot is at home in one workspace.
 *
 * @param {Environment} environment
 * @returns {Workspaces | undefined}
 */
export function readWorkspaces(environment) {
  if (environment.value('SLACK_CLIENT_ID', '') === '') {
    return undefined;
  }
  const redirectUri = environment.value('SLACK_REDIRECT_URI', '') || undefined;
  const fromSettings = "from Basic Information in the app's settings";
  const credentials = {
    redirectUri:
      redirectUri &&
      environment.secret(
        'SLACK_REDIRECT_URI',
        REDIRECT_URI,
        `one of the manifest's redirect_urls, which end with ${REDIRECT}`,
      ),
    clientId: environment.secret('SLACK_CLIENT_ID', CLIENT_ID, `two numbers with a dot between them, ${fromSettings}`),
    clientSecret: environment.secret(
      'SLACK_CLIENT_SECRET',
      CLIENT_SECRET,
      `at least 16 characters without spaces, ${fromSettings}`,
    ),
  };
  const keys = readKeys(environment);
  return keys && new Workspaces(credentials, keys);
}

/** @param {Environment} environment @returns {KeyRing | undefined} nothing when that was said to be wrong */
function readKeys(environment) {
  const encoded = environment.secret('TOKEN_KEY', KEYS, KEYS_EXPECTED);
  if (!KEYS.test(encoded)) {
    return undefined;
  }
  try {
    return new KeyRing(encoded);
  } catch {
    environment.wrong('TOKEN_KEY', KEYS_EXPECTED);
    return undefined;
  }
}

/**
 * What the app asks for when it is installed: what its manifest lists.
 *
 * @returns {{bot?: string[], user?: string[]}}
 */
function scopesOfManifest() {
  const manifest = readFileSync(new URL('../../.slack/manifest.json', import.meta.url), 'utf8');
  return JSON.parse(manifest).oauth_config.scopes;
}
