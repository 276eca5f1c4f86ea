import { SystemClient } from '../private-systems/system-client.js';
import { SystemSettings } from '../private-systems/system-settings.js';
import { alertmanagerSilence } from './alertmanager-silence.js';
import { prometheusAlerts } from './prometheus-alerts.js';

/** @import {Environment} from '../../runtime/environment.js' */
/** @import {Operation, PrivateSystem} from '../private-systems/operation.js' */

/**
 * Prometheus and its Alertmanager, each with an address of its own.
 *
 * @param {Environment} environment
 * @returns {PrivateSystem}
 */
export function readPrometheus(environment) {
  /** @type {Operation[]} */
  const operations = [];
  const prometheus = new SystemSettings(environment, 'PROMETHEUS_');
  if (prometheus.isThere()) {
    const client = new SystemClient('Prometheus', prometheus.address(), prometheus.bearerIfAny());
    operations.push(prometheusAlerts(client));
  }
  const alertmanager = new SystemSettings(environment, 'ALERTMANAGER_');
  if (alertmanager.isThere()) {
    const client = new SystemClient('Alertmanager', alertmanager.address(), alertmanager.bearerIfAny());
    operations.push(alertmanagerSilence(client));
  }
  return { words: ['alerts', 'silence'], operations };
}
