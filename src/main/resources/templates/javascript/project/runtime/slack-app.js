import { App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { refusal, StartupError } from './startup-error.js';

/** @import {AuthorizeResult, AuthorizeSourceData, Receiver} from '@slack/bolt' */
/** @import {Delivery} from './delivery.js' */

/** So long may a call take at the start, and when a new socket is needed. */
const CALL_LIMIT_MS = 10_000;

/** Deliveries are handed to the app by the transports, which see them before Bolt acknowledges any. */
const NO_RECEIVER = /** @type {Receiver} */ ({ init() {}, async start() {}, async stop() {} });

/** Bolt's app and the Web API behind it. */
export class SlackApp {
  #botToken;
  #apiUrl;
  /** @type {AuthorizeResult} */
  #identity = {};

  /**
   * @param {string} botToken
   * @param {string} apiUrl of the Web API, with a slash at the end
   */
  constructor(botToken, apiUrl) {
    this.#botToken = botToken;
    this.#apiUrl = apiUrl;
    this.app = new App({
      receiver: NO_RECEIVER,
      // Bolt would call auth.test in front of the first event.
      authorize: (source) => this.authorize(source),
      // Bolt's client waits by itself when Slack answers 429.
      clientOptions: { slackApiUrl: apiUrl },
      // Bolt would keep something of every conversation, for ever.
      convoStore: false,
      logLevel: LogLevel.WARN,
    });
    // Whoever has handed over a delivery hears of a listener that failed.
    this.app.error(async (error) => {
      throw error;
    });
  }

  /**
   * Learns who the bot is.
   *
   * @throws {StartupError} when Slack refuses the token
   */
  async authenticate() {
    try {
      const bot = await this.callsFor(this.#botToken).auth.test();
      this.#identity = { botToken: this.#botToken, botId: bot.bot_id, botUserId: bot.user_id };
      // region private-systems
      // What Bolt knows as the team is that of the payload, which may come from another workspace.
      this.#identity.home = { teamId: bot.team_id, enterpriseId: bot.enterprise_id };
      // endregion
    } catch (error) {
      const code = refusal(error);
      if (code !== undefined) {
        throw StartupError.wrongSettings([
          `SLACK_BOT_TOKEN was refused by Slack (${code}). Copy the bot token again from OAuth & Permissions in the` +
            " app's settings.",
        ]);
      }
      throw error;
    }
  }

  /**
   * Whose token a delivery is handled with.
   *
   * @param {AuthorizeSourceData<boolean>} _source
   * @returns {Promise<AuthorizeResult>}
   */
  async authorize(_source) {
    return this.#identity;
  }

  /** Lets Bolt play a delivery to its listeners. @param {Delivery} delivery */
  async handle(delivery) {
    await this.app.processEvent(delivery);
  }

  /**
   * A client for calls that are tried again by whoever makes them.
   *
   * @param {string} token
   */
  callsFor(token) {
    return new WebClient(token, {
      slackApiUrl: this.#apiUrl,
      logLevel: LogLevel.ERROR,
      timeout: CALL_LIMIT_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
  }
}
