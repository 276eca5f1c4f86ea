import { listIn, objectIn, textIn } from '../private-systems/json-fields.js';
import { SystemTrouble } from '../private-systems/system-trouble.js';

/** @import {Question} from '../private-systems/operation.js' */
/** @import {SystemClient} from '../private-systems/system-client.js' */

const SHOWN = 20;

/**
 * `alerts`: what is firing. No query is written, so no word of a user can get into one.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#alerts
 *
 * @param {SystemClient} prometheus
 * @returns {Question}
 */
export function prometheusAlerts(prometheus) {
  return {
    usage: 'alerts',
    accepts: (words) => words.length === 0,
    answer: async () => {
      const answer = prometheus.json(await prometheus.get('/api/v1/alerts'));
      if (textIn(answer, 'status') !== 'success') {
        throw new SystemTrouble('Prometheus did not tell its alerts.');
      }
      return listed(listIn(objectIn(answer, 'data'), 'alerts').map(alertOf));
    },
  };
}

/** @param {unknown} alert */
function alertOf(alert) {
  const labels = objectIn(alert, 'labels');
  return {
    name: textIn(labels, 'alertname'),
    state: textIn(alert, 'state'),
    severity: textIn(labels, 'severity'),
    summary: textIn(objectIn(alert, 'annotations'), 'summary'),
  };
}

/** @param {ReturnType<typeof alertOf>[]} alerts */
function listed(alerts) {
  if (alerts.length === 0) {
    return 'No alert is firing.';
  }
  const lines = alerts.sort(byUrgency).slice(0, SHOWN).map(line);
  if (alerts.length > SHOWN) {
    lines.push(`and ${alerts.length - SHOWN} more`);
  }
  return lines.join('\n');
}

/** @param {ReturnType<typeof alertOf>} one @param {ReturnType<typeof alertOf>} other */
function byUrgency(one, other) {
  const isFirst = Number(other.state === 'firing') - Number(one.state === 'firing');
  return isFirst || Number(one.name > other.name) - Number(one.name < other.name);
}

/** @param {ReturnType<typeof alertOf>} alert */
function line({ name, state, severity, summary }) {
  return `${state}: ${name}${severity === '' ? '' : ` (${severity})`}${summary === '' ? '' : ` - ${summary}`}`;
}
