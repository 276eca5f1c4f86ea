/** A section takes 3,000 characters. */
const LONGEST = 2_900;

/** What turns the direction of text could show somebody who decides another text than the one that counts. */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text from elsewhere in Slack's markup: it mentions nobody, hides nothing behind other words, and fits into a section.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 *
 * @param {string} text
 */
export function escaped(text) {
  const plain = text.replace(TURNING, '');
  const safe = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe.length <= LONGEST ? safe : `${safe.slice(0, LONGEST).replace(/&[a-z]{0,3}$/, '')} ...`;
}
