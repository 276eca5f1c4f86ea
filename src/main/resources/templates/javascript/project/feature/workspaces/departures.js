import { BOT } from './installed-token.js';

/** @import {App} from '@slack/bolt' */
/** @import {InstalledToken} from './installed-token.js' */
/** @import {InstalledTokens} from './installed-tokens.js' */
/** @import {OAuthClient} from './oauth-client.js' */
/** @import {TokenStore} from './token-store.js' */

/**
 * Forgets what has been taken away. Slack's two events come in no promised order, and may come hours late, when the app
 * has been installed anew. See https://docs.slack.dev/reference/events/app_uninstalled and
 * https://docs.slack.dev/reference/events/tokens_revoked
 */
export class Departures {
  #store;
  #tokens;
  #slack;

  /** @param {TokenStore} store @param {InstalledTokens} tokens @param {OAuthClient} slack */
  constructor(store, tokens, slack) {
    this.#store = store;
    this.#tokens = tokens;
    this.#slack = slack;
  }

  /** The inbox plays an event until its listener succeeds. @param {App} app */
  register(app) {
    // The tokens of people go, too.
    app.event('app_uninstalled', ({ body, context }) =>
      this.#forget(installationOf(context), () => true, body.event_time),
    );
    // It names people, not tokens; of the bot, its user.
    app.event('tokens_revoked', ({ event, body, context }) => {
      const { oauth: people = [], bot = [] } = event.tokens;
      const owners = new Set(bot.length > 0 ? [...people, BOT] : people);
      return this.#forget(installationOf(context), (owner) => owners.has(owner), body.event_time);
    });
  }

  /**
   * @param {string} installedIn
   * @param {(owner: string) => boolean} isMeant
   * @param {number | undefined} eventTime seconds since 1970
   */
  async #forget(installedIn, isMeant, eventTime) {
    for (const [owner, token] of await this.#store.find(installedIn)) {
      if (isMeant(owner) && !(await this.#isNewer(token, eventTime))) {
        await this.#tokens.delete(installedIn, owner);
        console.info(`Removed from ${installedIn}: ${owner} is forgotten`);
      }
    }
  }

  /**
   * One that was installed after the event was sent, by this machine's clock, unless Slack knows better.
   *
   * @param {InstalledToken} token
   * @param {number | undefined} eventTime
   */
  async #isNewer(token, eventTime) {
    return eventTime !== undefined && token.installed > 1_000 * eventTime && (await this.#slack.isInstalled(token));
  }
}

/** Slack's event of an organization names no workspace. @param {{teamId?: string, enterpriseId?: string}} context */
function installationOf({ teamId, enterpriseId }) {
  return teamId ?? String(enterpriseId);
}
