/**
 * What came of the work on a delivery. One that waits is due again after a pause; a dead one has failed for the last
 * time, and a person has to look at it.
 *
 * @typedef {{state: 'done'}
 *     | {state: 'waiting', pauseMs: number, error: string}
 *     | {state: 'dead', error: string}} Outcome
 */

/** Twelve minutes in all: longer than most troubles of other systems, shorter than anybody waits for an answer. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 600_000];

export const MOST_ATTEMPTS = PAUSES_MS.length + 1;

const LONGEST_ERROR = 1_000;

/**
 * @param {number} attempt 1 for the first one
 * @param {unknown} error
 * @returns {Outcome}
 */
export function failed(attempt, error) {
  // PostgreSQL refuses a text with the character zero.
  const text = String(error).replaceAll('\0', ' ').slice(0, LONGEST_ERROR);
  const pauseMs = PAUSES_MS[attempt - 1];
  return pauseMs === undefined ? { state: 'dead', error: text } : { state: 'waiting', pauseMs, error: text };
}
