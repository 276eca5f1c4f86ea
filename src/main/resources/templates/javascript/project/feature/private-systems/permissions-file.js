import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { StartupError } from '../../runtime/startup-error.js';
import { isChange, nameOf } from './operation.js';

/** @import {Operation} from './operation.js' */
/** @import {Rule, WhoMay} from './who-may.js' */

const BUILT_IN = new URL('../../permissions.yaml', import.meta.url);
const EVERYONE = 'everyone';
const SECOND_PERSON = 'second-person';
const SHAPES = { users: '[UW][A-Z0-9]+', groups: 'S[A-Z0-9]+', channels: '[CGD][A-Z0-9]+' };

/**
 * Reads permissions.yaml. Whatever it does not understand ends the start: a misspelt word must not open a door.
 *
 * @param {string} file or empty, for the one beside app.js
 * @param {string[]} words what it may speak of, whether or not it can be done here
 * @param {Operation[]} operations what can be done here
 * @returns {WhoMay}
 * @throws {StartupError}
 */
export function readPermissions(file, words, operations) {
  const yaml = parsed(file);
  const reader = new PermissionsReader(operations);
  const permissions = reader.permissions(yaml, words);
  if (reader.problems.length > 0) {
    throw StartupError.wrongSettings(reader.problems);
  }
  return permissions;
}

/**
 * @param {string} file
 * @returns {unknown} mappings as maps; null when it is empty
 */
function parsed(file) {
  try {
    // YAML 1.1 is what bots in other languages read.
    const document = parseDocument(readFileSync(file === '' ? BUILT_IN : file, 'utf8'), { version: '1.1' });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) {
      throw problem;
    }
    return document.toJS({ mapAsMap: true });
  } catch (error) {
    throw StartupError.wrongSettings([`The permissions cannot be read: ${reason(error)}.`]);
  }
}

/** Where the trouble is, without a word of what stands there. @param {any} error */
function reason(error) {
  if (error.syscall !== undefined) {
    return 'PERMISSIONS_FILE names no file that this process can read';
  }
  const line = error.linePos ? `; see line ${error.linePos[0].line}` : '';
  return `expected YAML, each key once, in the file that PERMISSIONS_FILE names, or else in permissions.yaml${line}`;
}

class PermissionsReader {
  /** @type {string[]} */
  problems = [];
  #operations;

  /** @param {Operation[]} operations */
  constructor(operations) {
    this.#operations = operations;
  }

  /**
   * @param {unknown} yaml
   * @param {string[]} words
   * @returns {WhoMay}
   */
  permissions(yaml, words) {
    const top = this.#map('the file', yaml, ['ask', 'operations']);
    const named = this.#map('operations', top.get('operations'), words);
    const rules = new Map([...named].map(([name, rule]) => [String(name), this.#rule(String(name), rule)]));
    const ask = top.get('ask');
    if (top.has('ask') && typeof ask !== 'string') {
      this.problems.push('permissions.yaml, ask is wrong: expected a text.');
    }
    return { whomToAsk: typeof ask === 'string' ? ask : 'the owner of the bot', rules };
  }

  /**
   * @param {string} name
   * @param {unknown} yaml
   * @returns {Rule}
   */
  #rule(name, yaml) {
    const rule = this.#map(name, yaml, ['users', 'groups', 'channels', 'approval']);
    const operation = this.#operations.find((known) => nameOf(known) === name);
    const everyone = rule.get('users') === EVERYONE;
    if (everyone && operation && isChange(operation)) {
      this.problems.push(`permissions.yaml, ${name}: it changes something, so name its users or groups.`);
    }
    const approval = rule.get('approval');
    if (rule.has('approval') && approval !== SECOND_PERSON) {
      this.problems.push(`permissions.yaml, ${name}: approval is wrong: expected second-person.`);
    } else if (rule.has('approval') && operation && !isChange(operation)) {
      this.problems.push(`permissions.yaml, ${name}: it changes nothing, so that nobody is asked to approve it.`);
    }
    return {
      everyone,
      users: everyone ? [] : this.#ids(name, 'users', rule),
      groups: this.#ids(name, 'groups', rule),
      channels: this.#ids(name, 'channels', rule),
      secondPerson: rule.has('approval'),
    };
  }

  /**
   * @param {string} name
   * @param {keyof typeof SHAPES} key
   * @param {Map<unknown, unknown>} rule
   * @returns {string[]}
   */
  #ids(name, key, rule) {
    const values = rule.get(key);
    if (!rule.has(key)) {
      return [];
    }
    const shape = new RegExp(`^${SHAPES[key]}$`);
    const isRight =
      Array.isArray(values) && values.length > 0 && values.every((id) => typeof id === 'string' && shape.test(id));
    if (!isRight) {
      this.problems.push(
        `permissions.yaml, ${name}: ${key} is wrong: expected a list of Slack's ids, each like ${SHAPES[key]}.`,
      );
    }
    return isRight ? values : [];
  }

  /**
   * @param {string} what
   * @param {unknown} yaml
   * @param {string[]} keys
   * @returns {Map<unknown, unknown>}
   */
  #map(what, yaml, keys) {
    if (!(yaml instanceof Map)) {
      if (yaml !== null && yaml !== undefined) {
        this.problems.push(`permissions.yaml, ${what}: expected a mapping.`);
      }
      return new Map();
    }
    // The text of a list with one word would be that word.
    const names = [...yaml.keys()].map((key) => (Array.isArray(key) ? `[${key}]` : String(key)));
    for (const name of names.filter((each) => !keys.includes(each))) {
      this.problems.push(`permissions.yaml, ${what}: ${name} is unknown: expected ${[...keys].sort().join(', ')}.`);
    }
    return yaml;
  }
}
