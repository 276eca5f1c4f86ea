import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { nameOf } from '../../../feature/private-systems/operation.js';
import { alertmanagerSilence } from '../../../feature/prometheus/alertmanager-silence.js';
import { prometheusAlerts } from '../../../feature/prometheus/prometheus-alerts.js';
import { readPrometheus } from '../../../feature/prometheus/prometheus-system.js';
import { Environment } from '../../../runtime/environment.js';
import { PretendSystem } from '../private-systems/pretend-system.js';

// Alerts and silences, as the documentation of Prometheus and Alertmanager describes them.

/** @type {PretendSystem} */
let system;
/** @type {ReturnType<typeof prometheusAlerts>} */
let alerts;
/** @type {ReturnType<typeof alertmanagerSilence>} */
let silence;

beforeEach(async () => {
  system = await PretendSystem.start();
  alerts = prometheusAlerts(system.client('Prometheus'));
  silence = alertmanagerSilence(system.client('Alertmanager'));
});

afterEach(() => system.stop());

/** @param {Record<string, string>} variables */
const words = (variables) => readPrometheus(new Environment(variables)).operations.map(nameOf);

test('each is there once its address is set', () => {
  assert.deepEqual(words({ PROMETHEUS_TOKEN: 'x' }), []);
  assert.deepEqual(words({ PROMETHEUS_URL: 'https://prometheus.example.com' }), ['alerts']);
  assert.deepEqual(words({ ALERTMANAGER_URL: 'http://alertmanager:9093/' }), ['silence']);
});

test('lists what fires first', async () => {
  const slow = { labels: { alertname: 'Slow' }, annotations: {}, state: 'pending', value: '0e+00' };
  const down = {
    labels: { alertname: 'Down', severity: 'page' },
    annotations: { summary: 'It is down' },
    state: 'firing',
  };
  system.answers('GET /api/v1/alerts', 200, { status: 'success', data: { alerts: [slow, down] } });

  assert.equal(await alerts.answer([]), 'firing: Down (page) - It is down\npending: Slow');
  assert.equal(system.calls[0]?.authorization, 'Bearer secret-token');
});

test('lists no more than twenty', async () => {
  const many = Array.from({ length: 23 }, (_, i) => ({ labels: { alertname: `A${i + 10}` }, state: 'firing' }));
  system.answers('GET /api/v1/alerts', 200, { status: 'success', data: { alerts: many } });

  const lines = (await alerts.answer([])).split('\n');
  assert.deepEqual([lines.length, lines[0], lines[19], lines[20]], [21, 'firing: A10', 'firing: A29', 'and 3 more']);
});

test('never takes trouble for silence', async () => {
  system
    .answers('GET /api/v1/alerts', 200, { status: 'error', errorType: 'timeout' })
    .answers('GET /api/v1/alerts', 200, { status: 'success', data: { alerts: [] } });

  await assert.rejects(alerts.answer([]), /^Error: Prometheus did not tell its alerts\.$/);
  assert.equal(await alerts.answer([]), 'No alert is firing.');
});

test('is not confused by answers of another shape', async () => {
  for (const alerts of [null, 'x', {}, [null, 1, [], { labels: [], state: {} }]]) {
    system.insteadAnswers('GET /api/v1/alerts', 200, { status: 'success', data: { alerts } });
    assert.equal(typeof (await prometheusAlerts(system.client('Prometheus')).answer([])), 'string');
  }
});

test('counts what a silence covers', async () => {
  system.answers('GET /api/v2/alerts', 200, [
    { labels: { alertname: 'Down', instance: 'web-1' } },
    { labels: { alertname: 'Down', instance: 'web-2' } },
    { labels: { alertname: 'Slow', instance: 'web-1' } },
  ]);

  const { text } = await silence.offer(['Down', 'instance=web-1', '2h']);
  assert.equal(text, 'Silence Down instance=web-1 for 2h. It covers 1 alert at the moment.');
  assert.equal(system.calls[0]?.target, '/api/v2/alerts?active=true&silenced=false');
  assert.match((await silence.offer(['Down', '2h'])).text, /covers 2 alerts at the moment/);
});

test('silences by equality for as long as it says', async () => {
  system.answers('POST /api/v2/silences', 200, { silenceID: '5d6c' });

  const outcome = await silence.carryOut(['Down', 'instance=web-1', '30m'], '', 'U1, approved by U2');
  assert.equal(outcome, 'Down instance=web-1 is silent for 30m: silence 5d6c.');
  const asked = JSON.parse(String(system.changes()[0]?.body));
  assert.deepEqual(asked.matchers, [
    { name: 'alertname', value: 'Down', isRegex: false, isEqual: true },
    { name: 'instance', value: 'web-1', isRegex: false, isEqual: true },
  ]);
  assert.equal(asked.createdBy, 'U1, approved by U2');
  assert.equal(Date.parse(asked.endsAt) - Date.parse(asked.startsAt), 30 * 60_000);
});

for (const body of ['{"code":400,"message":"bad"}', '"start time must be before end time"']) {
  test(`tells that Alertmanager refuses with ${body}`, async () => {
    system.answers('POST /api/v2/silences', 400, body);

    const refused = silence.carryOut(['Down', '2h'], '', 'U1');
    await assert.rejects(refused, /^Error: Alertmanager answered with status 400\.$/);
  });
}

test('silences nothing else, and takes no query', () => {
  const others = [
    'Down',
    'Down 25h',
    'Down -1h',
    '.* 1h',
    'Down{} 1h',
    'Down instance=~.* 1h',
    'Down alertname=Other 1h',
    'Down a=1 a=2 1h',
    'Down a="x" 1h',
    '<!channel> 1h',
    'Down a=1 b=2 c=3 d=4 e=5 f=6 g=7 1h',
    `${'a'.repeat(10_000)} 1h`,
  ];
  assert.deepEqual(
    others.filter((text) => silence.accepts(text.split(' '))),
    [],
  );
  assert.equal(alerts.accepts(['{job="x"}']), false);
});
