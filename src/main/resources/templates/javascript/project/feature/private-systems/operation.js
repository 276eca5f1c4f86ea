/**
 * One thing that people may ask of a system. What it says is plain text; who sends it on escapes it for Slack. Whatever
 * it throws is told as "That failed", but for a `SystemTrouble`, whose sentence is told.
 *
 * @typedef {object} Words
 * @property {string} usage how to ask for it, without the bot's name: its own name first
 * @property {(words: string[]) => boolean} accepts whether the words after the first are what it needs; whatever it
 *     accepts is safe in a URL's path and in JSON
 */

/**
 * An operation that changes nothing.
 *
 * @typedef {Words & {answer: (words: string[]) => Promise<string>}} Question
 */

/**
 * What would happen.
 *
 * @typedef {object} Offer
 * @property {string} text for the person who decides
 * @property {string} pin what must be the same when it happens, such as a revision; empty where there is nothing of
 *     the kind
 */

/**
 * An operation with an effect, so that it is confirmed first, and done at most once: `offer` looks what would happen
 * and changes nothing; `carryOut` does it with the pin of what was offered, and tells what came of it. The ids of who
 * asked and who approved are for the system's own records.
 *
 * @typedef {Words & {
 *   offer: (words: string[]) => Promise<Offer>,
 *   carryOut: (words: string[], pin: string, by: string) => Promise<string>,
 * }} Change
 */

/** @typedef {Question | Change} Operation */

/**
 * A system behind the bot.
 *
 * @typedef {object} PrivateSystem
 * @property {string[]} words the names of all its operations: permissions may name them where its address is not set,
 *     too
 * @property {Operation[]} operations what people may ask of it; none where its address is not set
 */

/** The first word of the command, and the key in permissions.yaml. @param {Operation} operation */
export function nameOf(operation) {
  return String(operation.usage.split(' ')[0]);
}

/**
 * @param {Operation} operation
 * @returns {operation is Change}
 */
export function isChange(operation) {
  return 'carryOut' in operation;
}
