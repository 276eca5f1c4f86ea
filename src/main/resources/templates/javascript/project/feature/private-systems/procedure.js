import { escaped } from './mrkdwn.js';
import { isChange, nameOf } from './operation.js';
import { SystemTrouble } from './system-trouble.js';
import { UserGroups } from './user-groups.js';
import { allows, NOBODY } from './who-may.js';

/** @import {Asker} from './asker.js' */
/** @import {AuditTrail} from './audit-trail.js' */
/** @import {Change, Offer, Operation} from './operation.js' */
/** @import {Pending} from './pending-requests.js' */
/** @import {WaitingRequests} from './waiting-requests.js' */
/** @import {WhoMay} from './who-may.js' */

/**
 * What the bot says, in Slack's markup, and to whom: `told` goes to the one who asked, and whatever was clicked stays
 * as it is; `done` in the place of what was clicked; a `confirmation` to the one who asked, with a button to confirm
 * and one to let it be; an `approval` to everybody in the channel, with a button to approve and one to refuse.
 *
 * @typedef {{kind: 'told' | 'done', text: string} | {kind: 'confirmation' | 'approval', text: string, id: string}} Said
 */

/** Beside what was clicked, not in its place: the answer to the click before may stand there. */
const GONE = told('This click does nothing: its request is used or has expired.');

const CHANGED = told('What you confirm is no longer what you were shown. Ask again.');

/**
 * How something comes to be done: somebody allowed asks, sees what will happen and confirms it; where the permissions
 * say so, somebody else who is allowed approves it. Whether somebody is allowed is looked up at each step anew.
 */
export class Procedure {
  #operations;
  #permissions;
  #waiting;
  #audit;
  #groups = new UserGroups();

  /** @param {{operations: Operation[], permissions: WhoMay, waiting: WaitingRequests, audit: AuditTrail}} parts */
  constructor({ operations, permissions, waiting, audit }) {
    this.#operations = operations;
    this.#permissions = permissions;
    this.#waiting = waiting;
    this.#audit = audit;
  }

  /** What the words ask for, in this set-up. @param {string[]} words */
  meant(words) {
    return this.#operations.find((operation) => nameOf(operation) === words[0] && operation.accepts(words.slice(1)));
  }

  /** What can be asked for; it repeats nothing that was typed. @param {string} command */
  help(command) {
    const lines = this.#operations.map(({ usage }) => `\`${command} ${usage}\``);
    return lines.length === 0 ? 'No system is set up for this bot yet.' : ['I know these words:', ...lines].join('\n');
  }

  /**
   * @param {Asker} asker
   * @param {Operation} operation that is meant
   * @param {string[]} words
   * @returns {Promise<Said>}
   */
  async ask(asker, operation, words) {
    const command = words.join(' ');
    if (!(await this.#isAllowed(operation, asker))) {
      return await this.#denied(asker, command);
    }
    /** @type {Offer} */
    let offer;
    try {
      if (!isChange(operation)) {
        return told(escaped(await operation.answer(words.slice(1))));
      }
      offer = await operation.offer(words.slice(1));
    } catch (error) {
      return told(escaped(sentence(error)));
    }
    const id = await this.#waiting.add('CONFIRMATION', command, offer.pin, asker);
    return { kind: 'confirmation', text: escaped(offer.text), id };
  }

  /**
   * @param {Asker} asker
   * @param {string} id
   * @returns {Promise<Said>}
   */
  async confirm(asker, id) {
    const open = await this.#open(id, asker);
    if (open?.request.step !== 'CONFIRMATION' || open.request.requester !== asker.user) {
      return GONE;
    }
    const { request, change } = open;
    if (!(await this.#isAllowed(change, asker))) {
      return await this.#denied(asker, request.command);
    }
    if (this.#rule(change).secondPerson) {
      return await this.#askOthers(asker, id, open);
    }
    return (await this.#waiting.take(id)) ? await this.#carryOut(asker, open, asker.user) : GONE;
  }

  /**
   * @param {Asker} asker
   * @param {string} id
   * @returns {Promise<Said>}
   */
  async approve(asker, id) {
    const open = await this.#open(id, asker);
    if (open?.request.step !== 'APPROVAL') {
      return GONE;
    }
    const { request, change } = open;
    if (!(await this.#isAllowed(change, asker))) {
      return await this.#denied(asker, request.command);
    }
    if (request.requester === asker.user) {
      await this.#audit.write(asker, request.command, 'denied: nobody approves a request of their own');
      return told('Somebody else has to approve what you asked for.');
    }
    if (!(await this.#isAllowed(change, { ...asker, user: request.requester }))) {
      await this.#audit.write(asker, request.command, 'denied: who asked for it may not do it any more');
      return told('Whoever asked for this may not do it any more.');
    }
    return (await this.#waiting.take(id))
      ? await this.#carryOut(asker, open, `${request.requester}, approved by ${asker.user}`)
      : GONE;
  }

  /**
   * Whoever asked takes it back, whoever may approve it refuses it.
   *
   * @param {Asker} asker
   * @param {string} id
   * @returns {Promise<Said>}
   */
  async drop(asker, id) {
    const open = await this.#open(id, asker);
    if (open === undefined) {
      return GONE;
    }
    const { request, change } = open;
    const isOwn = request.requester === asker.user;
    if (!isOwn && !(request.step === 'APPROVAL' && (await this.#isAllowed(change, asker)))) {
      return await this.#denied(asker, request.command);
    }
    if (!(await this.#waiting.take(id))) {
      return GONE;
    }
    await this.#audit.write(asker, request.command, isOwn ? 'taken back' : 'refused');
    return done(`\`${request.command}\`: dropped by <@${asker.user}>. Nothing was done.`);
  }

  /** Takes back what nobody can be asked to approve. @param {string} id */
  async forget(id) {
    await this.#waiting.take(id);
  }

  /**
   * Whoever approves sees what would happen by then, which has to be what was confirmed.
   *
   * @param {Asker} asker
   * @param {string} id
   * @param {{request: Pending, change: Change, rest: string[]}} open
   * @returns {Promise<Said>}
   */
  async #askOthers(asker, id, { request: { command, pin }, change, rest }) {
    /** @type {Offer} */
    let offer;
    try {
      offer = await change.offer(rest);
    } catch (error) {
      return told(escaped(sentence(error)));
    }
    if (offer.pin !== pin) {
      return CHANGED;
    }
    if (!(await this.#waiting.take(id))) {
      return GONE;
    }
    await this.#audit.write(asker, command, 'waits for approval');
    const text =
      `<@${asker.user}> asks for \`${command}\`; somebody else who may do it has ${this.#waiting.time()} to approve` +
      ` it.\n${escaped(offer.text)}`;
    return { kind: 'approval', text, id: await this.#waiting.add('APPROVAL', command, pin, asker) };
  }

  /**
   * From here on nothing may throw: whoever repeated this would do it twice.
   *
   * @param {Asker} asker
   * @param {{request: Pending, change: Change, rest: string[]}} open
   * @param {string} by
   * @returns {Promise<Said>}
   */
  async #carryOut(asker, { request: { command, pin, requester }, change, rest }, by) {
    const approved = requester === asker.user ? '' : `, approved by <@${asker.user}>`;
    const people = `\`${command}\`, by <@${requester}>${approved}: `;
    await this.#audit.write(asker, command, `begins, for ${by}`);
    try {
      const outcome = await change.carryOut(rest, pin, by);
      await this.#audit.write(asker, command, `done: ${outcome}`);
      return done(people + escaped(outcome));
    } catch (error) {
      const trouble = sentence(error);
      await this.#audit.write(asker, command, `failed: ${trouble}`);
      return done(people + escaped(trouble));
    }
  }

  /**
   * @param {Asker} asker
   * @param {string} command
   * @returns {Promise<Said>}
   */
  async #denied(asker, command) {
    await this.#audit.write(asker, command, 'denied');
    return told(`You may not do this here: \`${command}\`. Ask ${this.#permissions.whomToAsk}.`);
  }

  /** @param {Operation} operation */
  #rule(operation) {
    return this.#permissions.rules.get(nameOf(operation)) ?? NOBODY;
  }

  /** @param {Operation} operation @param {Asker} asker */
  #isAllowed(operation, asker) {
    return allows(this.#rule(operation), asker, this.#groups);
  }

  /**
   * A request that waits, and what it asks for: a click counts for what there is in this set-up.
   *
   * @param {string} id
   * @param {Asker} asker
   */
  async #open(id, asker) {
    const request = await this.#waiting.find(id, asker);
    const words = request?.command.split(' ') ?? [];
    const change = this.meant(words);
    return request && change && isChange(change) ? { request, change, rest: words.slice(1) } : undefined;
  }
}

/** What to tell of a failure. Only trouble with a system is put into words for people. @param {unknown} error */
function sentence(error) {
  if (error instanceof SystemTrouble) {
    return error.message;
  }
  console.error('An operation failed:', error);
  return 'That failed; the log of the bot says why.';
}

/**
 * @param {string} text
 * @returns {Said}
 */
function told(text) {
  return { kind: 'told', text };
}

/**
 * @param {string} text
 * @returns {Said}
 */
function done(text) {
  return { kind: 'done', text };
}
