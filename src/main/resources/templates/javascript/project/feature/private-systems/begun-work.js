import { setTimeout as sleep } from 'node:timers/promises';
import { SystemTrouble } from './system-trouble.js';

/**
 * Looks again and again at something that was begun, for less than the bot has to finish its work in when it stops.
 * That it was begun stands: trouble with looking only means that its end is not known.
 *
 * @param {() => Promise<string | undefined>} look tells the outcome, once there is one
 * @param {{pauseMs: number, limitMs: number}} patience before each look, and for all of them
 */
export async function watch(look, { pauseMs, limitMs }) {
  const end = performance.now() + limitMs;
  try {
    while (performance.now() < end) {
      await sleep(pauseMs);
      const outcome = await look();
      if (outcome !== undefined) {
        return outcome;
      }
    }
  } catch (error) {
    if (!(error instanceof SystemTrouble)) {
      throw error;
    }
  }
  return undefined;
}

export const PATIENCE = { pauseMs: 2_000, limitMs: 16_000 };
