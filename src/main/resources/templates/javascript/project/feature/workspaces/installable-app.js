import { SlackApp } from '../../runtime/slack-app.js';
import { BOT } from './installed-token.js';

/** @import {AuthorizeResult, AuthorizeSourceData} from '@slack/bolt' */
/** @import {Delivery} from '../../runtime/delivery.js' */
/** @import {InstalledTokens} from './installed-tokens.js' */

const NOT_INSTALLED = {
  response_type: 'ephemeral',
  text: 'I am not installed here any more. Please install me again.',
};

const CLIENTS_LIFE_MS = 60 * 60 * 1_000;

/** There is no token for a payload. */
class NotInstalled extends Error {}

/** Gives each request the token of the installation that it comes from, and lets it go no further without one. */
export class InstallableApp extends SlackApp {
  #tokens;
  #clientsSince = Date.now();

  /** @param {string} apiUrl @param {InstalledTokens} tokens */
  constructor(apiUrl, tokens) {
    super('', apiUrl);
    this.#tokens = tokens;
  }

  /** Each installation has an identity of its own. */
  async authenticate() {}

  /**
   * Bolt asks for this with each payload, but for those that tell of a removal, when there is no token any more.
   *
   * @param {AuthorizeSourceData<boolean>} source
   * @returns {Promise<AuthorizeResult>}
   */
  async authorize(source) {
    this.#forgetClients();
    const installedIn = installationOf(source);
    const bot = await this.#tokens.find(installedIn, BOT);
    if (bot === undefined) {
      throw new NotInstalled(`Not installed in ${installedIn}`);
    }
    const person = source.userId === undefined ? undefined : await this.#tokens.find(installedIn, source.userId);
    return { botToken: bot.access, botUserId: bot.botUser, userToken: person?.access };
  }

  /** Acknowledges what there is no token for. @param {Delivery} delivery */
  async handle(delivery) {
    try {
      await super.handle(delivery);
    } catch (error) {
      const cause = /** @type {{original?: unknown}} */ (error)?.original;
      if (!(cause instanceof NotInstalled)) {
        throw error;
      }
      console.warn(`${cause.message}: it is acknowledged and not handled`);
      await delivery.ack(delivery.body.command === undefined ? undefined : NOT_INSTALLED);
    }
  }

  /** Bolt would keep one for each token for ever, and tokens are exchanged. */
  #forgetClients() {
    if (Date.now() - this.#clientsSince > CLIENTS_LIFE_MS) {
      this.#clientsSince = Date.now();
      /** @type {any} */ (this.app).clients = {};
    }
  }
}

/**
 * Which installation a payload is for, as Slack says: never what is stored decides. An organization's own may be beside
 * those of its workspaces.
 *
 * @param {AuthorizeSourceData<boolean>} source
 */
function installationOf({ isEnterpriseInstall, teamId, enterpriseId }) {
  return isEnterpriseInstall || !teamId ? String(enterpriseId) : teamId;
}
