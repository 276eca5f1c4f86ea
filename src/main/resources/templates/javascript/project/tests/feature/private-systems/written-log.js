/**
 * What is written to the log meanwhile.
 *
 * @param {import('node:test').TestContext} context
 */
export function writtenLog(context) {
  /** @type {string[]} */
  const lines = [];
  for (const level of /** @type {const} */ (['info', 'warn', 'error'])) {
    context.mock.method(console, level, (/** @type {unknown[]} */ ...words) => lines.push(words.join(' ')));
  }
  return lines;
}
