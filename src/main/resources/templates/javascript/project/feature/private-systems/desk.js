import { askerOf } from './asker.js';
import { Pace } from './pace.js';
import { Procedure } from './procedure.js';
import { WaitingRequests } from './waiting-requests.js';

/** @import {AllMiddlewareArgs, App, BlockAction, RespondFn, SlackActionMiddlewareArgs, SlackCommandMiddlewareArgs} from '@slack/bolt' */
/** @import {KnownBlock, WebClient} from '@slack/web-api' */
/** @import {Asker} from './asker.js' */
/** @import {PendingRequests} from './pending-requests.js' */
/** @import {PrivateSystems} from './private-systems.js' */
/** @import {Said} from './procedure.js' */

export const CONFIRM = 'operation-confirm';
export const APPROVE = 'operation-approve';
export const DROP = 'operation-drop';

/** @type {Said} */
const TOO_FAST = { kind: 'told', text: 'You ask more often than I answer. Wait a minute.' };

/** @typedef {(asker: Asker, id: string) => Promise<Said>} Step */

/**
 * Where people ask: takes words after the command and clicks, and brings the answers. It acknowledges at once and
 * throws nothing afterwards, so that nobody plays its listeners again; what has an effect takes its request away first,
 * so that it happens once even if somebody does.
 */
export class Desk {
  #slack;
  #procedure;
  #pace;

  /**
   * @param {PrivateSystems} systems
   * @param {PendingRequests} pending
   * @param {WebClient} slack whose calls end soon: an audit channel must not keep anybody waiting
   */
  constructor({ operations, permissions, audit, patienceMs }, pending, slack, pace = new Pace()) {
    const waiting = new WaitingRequests(pending, patienceMs);
    this.#procedure = new Procedure({ operations, permissions, waiting, audit });
    this.#slack = slack;
    this.#pace = pace;
  }

  /**
   * Takes the words and the clicks. A command without words goes on to the listeners.
   *
   * @param {App} app
   * @param {string} command
   */
  register(app, command) {
    app.use(async (args) => {
      if ('command' in args && args.command?.command === command && args.command.text?.trim()) {
        await this.#onCommand(args);
      } else {
        await args.next();
      }
    });
    app.action(CONFIRM, (args) => this.#onClick(args, (asker, id) => this.#procedure.confirm(asker, id)));
    app.action(APPROVE, (args) => this.#onClick(args, (asker, id) => this.#procedure.approve(asker, id)));
    app.action(DROP, (args) => this.#onClick(args, (asker, id) => this.#procedure.drop(asker, id)));
  }

  /** @param {AllMiddlewareArgs & SlackCommandMiddlewareArgs} args */
  async #onCommand({ ack, command, context, respond }) {
    const words = command.text.trim().split(/\s+/);
    const operation = this.#procedure.meant(words);
    if (operation === undefined) {
      await ack({ response_type: 'ephemeral', text: this.#procedure.help(command.command) });
      return;
    }
    await ack();
    const asker = askerOf(context, this.#slack, {
      user: command.user_id,
      team: command.team_id,
      enterprise: command.enterprise_id,
      channel: command.channel_id,
    });
    await unlessItFails('A command', async () => {
      const said = this.#pace.allows(asker) ? await this.#procedure.ask(asker, operation, words) : TOO_FAST;
      await respond({ response_type: 'ephemeral', text: said.text, blocks: blocks(said) });
    });
  }

  /**
   * @param {AllMiddlewareArgs & SlackActionMiddlewareArgs} args
   * @param {Step} step
   */
  async #onClick({ ack, body, context, respond }, step) {
    await ack();
    const { user, channel, actions } = /** @type {BlockAction} */ (body);
    const [button] = /** @type {{value?: string}[]} */ (actions);
    const asker = askerOf(context, this.#slack, { user: user.id, team: user.team_id, channel: channel?.id ?? '' });
    await unlessItFails('A click', async () => {
      const said = this.#pace.allows(asker) ? await step(asker, String(button?.value)) : TOO_FAST;
      await this.#bring(said, asker, respond);
    });
  }

  /** @param {Said} said @param {Asker} asker @param {RespondFn} respond */
  async #bring(said, asker, respond) {
    if (said.kind === 'approval') {
      await respond({ replace_original: true, text: await this.#askChannel(said, asker) });
    } else if (said.kind === 'done') {
      await respond({ replace_original: true, text: said.text });
    } else {
      await respond({ replace_original: false, response_type: 'ephemeral', text: said.text });
    }
  }

  /**
   * Asks the channel for an approval, and tells what to say to the one who asked for it.
   *
   * @param {Said & {id: string}} said
   * @param {Asker} asker
   */
  async #askChannel(said, asker) {
    try {
      const message = { channel: asker.channel, text: said.text, blocks: blocks(said) };
      await asker.slack.chat.postMessage(message);
      return 'The channel has been asked for an approval.';
    } catch (error) {
      console.error(`No approval can be asked for: ${error}`);
      await this.#procedure.forget(said.id);
      return 'I cannot post here, so nobody can approve it. Invite me to this channel and ask again.';
    }
  }
}

/**
 * A step that was taken is no reason to take it again if its answer cannot be brought.
 *
 * @param {string} what
 * @param {() => Promise<void>} work
 */
async function unlessItFails(what, work) {
  try {
    await work();
  } catch (error) {
    console.error(`${what} got no answer:`, error);
  }
}

/**
 * @param {Said} said
 * @returns {KnownBlock[] | undefined}
 */
function blocks(said) {
  switch (said.kind) {
    case 'confirmation':
      return withButtons(said, CONFIRM, 'Do it', 'Let it be');
    case 'approval':
      return withButtons(said, APPROVE, 'Approve', 'Refuse');
    default:
      return undefined;
  }
}

/**
 * Verbatim, or Slack would look for links and mentions in what a system says.
 *
 * @see https://docs.slack.dev/reference/block-kit/composition-objects/text-object
 *
 * @param {{text: string, id: string}} said
 * @param {string} action
 * @param {string} yes
 * @param {string} no
 * @returns {KnownBlock[]}
 */
function withButtons({ text, id }, action, yes, no) {
  return [
    { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: action, text: { type: 'plain_text', text: yes }, value: id, style: 'danger' },
        { type: 'button', action_id: DROP, text: { type: 'plain_text', text: no }, value: id },
      ],
    },
  ];
}
