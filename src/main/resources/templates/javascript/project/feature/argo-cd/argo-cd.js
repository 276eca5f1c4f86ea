import { isEmpty, objectIn, textIn } from '../private-systems/json-fields.js';
import { jsonOf } from '../private-systems/system-client.js';
import { SystemTrouble } from '../private-systems/system-trouble.js';

/** @import {Answer, SystemClient} from '../private-systems/system-client.js' */

/** As a name of DNS, which is what Argo CD asks for. */
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

const FINISHED = ['', 'Succeeded', 'Failed', 'Error'];

/**
 * What is told of an application.
 *
 * @typedef {object} Application
 * @property {string} name
 * @property {string} project
 * @property {string} sync
 * @property {string} health
 * @property {string} revision that it was compared with, and would be synced to; empty if its sources are several
 * @property {boolean} isAutomated whether Argo CD syncs it by itself, to whatever is newest
 * @property {string} cluster
 * @property {string} namespace
 * @property {string} phase
 * @property {string} message
 * @property {boolean} isBusy
 */

/**
 * Applications of Argo CD.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/
 */
export class ArgoCd {
  #server;
  #project;

  /**
   * @param {SystemClient} server
   * @param {string} project to look in, or empty: without one Argo CD answers 403 for an application that does not
   *     exist
   */
  constructor(server, project) {
    this.#server = server;
    this.#project = project;
  }

  /** Whether the words are the name of an application, and nothing else. @param {string[]} words */
  static accepts(words) {
    return words.length === 1 && NAME.test(String(words[0]));
  }

  /** @param {string} name */
  async application(name) {
    const query = this.#project === '' ? '' : `?project=${encodeURIComponent(this.#project)}`;
    const found = this.#read(name, await this.#server.get(`${path(name)}${query}`));
    // Nothing else says that the server has looked at it.
    if (this.#project !== '' && found.project !== this.#project) {
      throw new SystemTrouble(`Argo CD knows no application ${name} in the project of this bot.`);
    }
    return found;
  }

  /**
   * Begins a sync; nothing is pruned.
   *
   * @param {string} name
   * @param {string} revision to sync to; empty for the newest of what the application follows
   */
  async sync(name, revision) {
    const request = JSON.stringify({
      ...(revision !== '' && { revision }),
      ...(this.#project !== '' && { project: this.#project }),
      prune: false,
      dryRun: false,
    });
    const answer = await this.#server.post(`${path(name)}/sync`, 'application/json', request);
    const isBusy = textIn(jsonOf(answer), 'message').includes('another operation is already in progress');
    if (answer.status === 400 && isBusy) {
      throw new SystemTrouble(`Argo CD is already at work on ${name}.`);
    }
    this.#read(name, answer);
  }

  /**
   * @param {string} name
   * @param {Answer} answer
   * @returns {Application}
   */
  #read(name, answer) {
    if (answer.status === 404) {
      throw new SystemTrouble(`Argo CD knows no application ${name}.`);
    }
    if (answer.status === 403) {
      throw new SystemTrouble(`Argo CD knows no application ${name}, or does not let the bot do this.`);
    }
    const found = this.#server.json(answer);
    const spec = objectIn(found, 'spec');
    const destination = objectIn(spec, 'destination');
    const status = objectIn(found, 'status');
    const state = objectIn(status, 'operationState');
    const phase = textIn(state, 'phase');
    return {
      name,
      project: textIn(spec, 'project'),
      sync: textIn(objectIn(status, 'sync'), 'status'),
      health: textIn(objectIn(status, 'health'), 'status'),
      revision: textIn(objectIn(status, 'sync'), 'revision'),
      isAutomated: isAutomated(objectIn(spec, 'syncPolicy')),
      cluster: textIn(destination, 'name') || textIn(destination, 'server'),
      namespace: textIn(destination, 'namespace'),
      phase,
      message: textIn(state, 'message'),
      isBusy: !isEmpty(objectIn(found, 'operation')) || !FINISHED.includes(phase),
    };
  }
}

/** @param {Record<string, unknown>} policy */
function isAutomated(policy) {
  return Object.hasOwn(policy, 'automated') && textIn(objectIn(policy, 'automated'), 'enabled') !== 'false';
}

/** @param {string} name */
function path(name) {
  return `/api/v1/applications/${encodeURIComponent(name)}`;
}
