import { objectIn, textIn } from '../private-systems/json-fields.js';

/** @import {Change} from '../private-systems/operation.js' */
/** @import {SystemClient} from '../private-systems/system-client.js' */

const HOURS = new Map([
  ['30m', 0.5],
  ['1h', 1],
  ['2h', 2],
  ['4h', 4],
  ['8h', 8],
  ['24h', 24],
]);
const ALERT = /^[A-Za-z_][A-Za-z0-9_.:-]{0,99}$/;
const LABEL = /^([A-Za-z_][A-Za-z0-9_]{0,49})=([A-Za-z0-9_.:/-]{1,100})$/;
const MOST_WORDS = 8;

/**
 * `silence ALERT [LABEL=VALUE ...] PERIOD`: nobody is called for these alerts, for a while. The matchers are
 * equalities, never expressions, so that a silence covers what its words say.
 *
 * @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 *
 * @param {SystemClient} alertmanager
 * @returns {Change}
 */
export function alertmanagerSilence(alertmanager) {
  return {
    usage: 'silence ALERT [LABEL=VALUE ...] 30m|1h|2h|4h|8h|24h',
    accepts: (words) =>
      words.length >= 2 &&
      words.length <= MOST_WORDS &&
      ALERT.test(String(words[0])) &&
      labels(words).every((word) => LABEL.test(word)) &&
      matched(words).size === words.length - 1 && // no label twice
      HOURS.has(period(words)),
    offer: async (words) => {
      const alerts = alertmanager.json(await alertmanager.get('/api/v2/alerts?active=true&silenced=false'));
      const known = Array.isArray(alerts) ? alerts : [];
      const covered = known.filter((alert) => covers(matched(words), objectIn(alert, 'labels'))).length;
      const text =
        `Silence ${described(words)} for ${period(words)}. It covers ${covered} alert${covered === 1 ? '' : 's'}` +
        ' at the moment.';
      return { text, pin: '' };
    },
    carryOut: async (words, _pin, by) => {
      const silence = JSON.stringify(silenceOf(words, by));
      const answer = alertmanager.json(await alertmanager.post('/api/v2/silences', 'application/json', silence));
      return `${described(words)} is silent for ${period(words)}: silence ${textIn(answer, 'silenceID')}.`;
    },
  };
}

/** @param {string[]} words @param {string} by */
function silenceOf(words, by) {
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  return {
    matchers: [...matched(words)].map(([name, value]) => ({ name, value, isRegex: false, isEqual: true })),
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + Number(HOURS.get(period(words))) * 3_600_000).toISOString(),
    createdBy: by,
    comment: `Asked for in Slack by ${by}`,
  };
}

/** @param {Map<string, string>} matchers @param {Record<string, unknown>} found */
function covers(matchers, found) {
  return [...matchers].every(([label, value]) => textIn(found, label) === value);
}

/** What has to be equal, by its label. @param {string[]} words @returns {Map<string, string>} */
function matched(words) {
  return new Map([
    ['alertname', String(words[0])],
    ...labels(words).map((word) => /** @type {[string, string]} */ (word.split('=', 2))),
  ]);
}

/** @param {string[]} words */
const described = (words) => words.slice(0, -1).join(' ');

/** @param {string[]} words */
const labels = (words) => words.slice(1, -1);

/** @param {string[]} words */
const period = (words) => String(words.at(-1));
