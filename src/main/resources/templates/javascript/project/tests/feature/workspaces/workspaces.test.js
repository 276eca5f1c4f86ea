import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { command, mention } from '../../helpers/payloads.js';
import { until } from '../../helpers/pretend-slack.js';
import { organization, startInstallable, team } from './installers.js';

/** @type {import('../../helpers/pretend-slack.js').PretendSlack} */
let slack;
/** @type {import('../../../runtime/service.js').Service} */
let bot;
/** @type {import('./installers.js').Visitor} */
let visitor;
/** @type {string} */
let data;
let events = 0;

/** @param {'socket-mode' | 'events-api'} transport */
async function start(transport) {
  ({ slack, bot, visitor, data } = await startInstallable(transport));
}

afterEach(async () => {
  await bot.close();
  slack.stop();
});

/** An event for an installation. @param {string} id @param {string | null} [enterprise] */
function mentionIn(id, enterprise = null, isOrgWide = false) {
  const authorization = { enterprise_id: enterprise, team_id: isOrgWide ? null : id, user_id: 'U0BOT', is_bot: true };
  return {
    ...mention(`E${++events}`),
    team_id: id,
    authorizations: [{ ...authorization, is_enterprise_install: isOrgWide }],
  };
}

/** @param {string} id @param {string} type @param {number} [at] seconds since 1970 */
function departure(id, type, at = Date.now() / 1_000 + 1) {
  const tokens = { oauth: ['U1'], bot: ['U0BOT'] };
  return {
    ...mention(`E${++events}`),
    team_id: id,
    event_time: Math.floor(at),
    event: type === 'tokens_revoked' ? { type, tokens } : { type },
  };
}

/** The token that a mention is answered with. @param {object} payload */
async function tokenFor(payload) {
  const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
  const before = posts().length;
  await visitor.deliver(payload);
  await until(() => posts().length > before);
  return posts().at(-1)?.credentials;
}

/** @param {string} id */
async function isForgotten(id) {
  const { text = '' } = await visitor.deliver({ ...command, team_id: id, trigger_id: String(++events) });
  return text.includes('not installed');
}

for (const transport of /** @type {const} */ (['socket-mode', 'events-api'])) {
  describe(transport, () => {
    beforeEach(() => start(transport));

    test('each installation is answered with its own token', async () => {
      for (const answer of [team('T1'), team('T2'), organization('E1')]) {
        const page = await visitor.install(answer);
        assert.equal(page.status, 200, await page.text());
      }

      assert.equal(await tokenFor(mentionIn('T1')), 'Bearer xoxb-of-T1');
      assert.equal(await tokenFor(mentionIn('T2')), 'Bearer xoxb-of-T2');
      assert.equal(await tokenFor(mentionIn('T3', 'E1', true)), 'Bearer xoxb-of-E1');
      // A workspace with an installation of its own in that organization.
      assert.equal(await tokenFor(mentionIn('T1', 'E1')), 'Bearer xoxb-of-T1');
      assert.deepEqual(slack.callsOf('auth.test'), []);
      const files = readdirSync(data).map((file) => readFileSync(join(data, file), 'latin1'));
      assert.doesNotMatch(files.join(), /xoxb-of/);
    });

    test('whoever has not installed it gets nothing', async () => {
      await visitor.install(team('T1'));

      assert.deepEqual(await visitor.deliver(mentionIn('T9')), { status: 200 });
      assert.deepEqual(await visitor.deliver(mentionIn('T9', 'E9', true)), { status: 200 });
      assert.equal(await isForgotten('T9'), true);
      assert.equal(await tokenFor(mentionIn('T1')), 'Bearer xoxb-of-T1');
      assert.equal(slack.callsOf('chat.postMessage').length, 1);
    });

    for (const order of [
      ['app_uninstalled', 'tokens_revoked'],
      ['tokens_revoked', 'app_uninstalled'],
      ['app_uninstalled'],
    ]) {
      test(`nothing is left after ${order.join(' and ')}`, async () => {
        await visitor.install(team('T1', { authed_user: { id: 'U1', access_token: 'xoxp-of-U1' } }));
        await visitor.install(team('T2'));

        for (const type of order) {
          await visitor.deliver(departure('T1', type));
        }

        await eventually(() => isForgotten('T1'));
        assert.equal(await tokenFor(mentionIn('T2')), 'Bearer xoxb-of-T2');
      });
    }

    test("an organization's removal ends its own installation only", async () => {
      await visitor.install(organization('E1'));
      await visitor.install(team('T1'));
      const { team_id: _, ...removal } = departure('T1', 'app_uninstalled');

      await visitor.deliver({ ...removal, enterprise_id: 'E1' });

      const inOrganization = { ...command, team_id: 'T3', enterprise_id: 'E1', is_enterprise_install: 'true' };
      await eventually(async () => /not installed/.test((await visitor.deliver(inOrganization)).text));
      assert.equal(await tokenFor(mentionIn('T1')), 'Bearer xoxb-of-T1');
    });
  });
}

/** @param {() => Promise<boolean>} condition */
async function eventually(condition) {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `Still not so: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a token', () => {
  beforeEach(() => start('events-api'));

  const expiring = { access_token: 'xoxe.xoxb-1', refresh_token: 'xoxe-1-first', expires_in: 60 };

  test('that expires is exchanged once', async () => {
    await visitor.install(team('T1', expiring));
    const next = { access_token: 'xoxe.xoxb-2', refresh_token: 'xoxe-1-second', expires_in: 43_200 };
    slack.answers['oauth.v2.access'] = [{ body: team('T1', next) }];

    await Promise.all([1, 2, 3].map(() => visitor.deliver(mentionIn('T1'))));
    assert.equal(await tokenFor(mentionIn('T1')), 'Bearer xoxe.xoxb-2');

    const [, exchange, ...more] = slack.callsOf('oauth.v2.access');
    assert.deepEqual(exchange, { grant_type: 'refresh_token', refresh_token: 'xoxe-1-first' });
    assert.deepEqual(more, []);
  });

  test('is used as long as it is good', async () => {
    await visitor.install(team('T1', expiring));
    slack.answers['oauth.v2.access'] = [{ body: { ok: false, error: 'invalid_refresh_token' } }];

    assert.equal(await tokenFor(mentionIn('T1')), 'Bearer xoxe.xoxb-1');
    assert.equal(await tokenFor(mentionIn('T1')), 'Bearer xoxe.xoxb-1');
    assert.equal(slack.callsOf('oauth.v2.access').length, 2, 'Slack is not asked each time');
  });

  test('that Slack gives no new one for ends its installation', async () => {
    await visitor.install(team('T1', { ...expiring, expires_in: 0 }));
    slack.answers['oauth.v2.access'] = [{ body: { ok: false, error: 'invalid_refresh_token' } }];

    assert.equal(await isForgotten('T1'), true);
    assert.equal(await isForgotten('T1'), true);
    assert.equal(slack.callsOf('oauth.v2.access').length, 2, 'Slack is not asked for ever');
  });

  test('that was installed after its removal was sent stays, unless Slack takes it no more', async () => {
    await visitor.install(team('T1'));
    const anHourAgo = Date.now() / 1_000 - 3_600;

    await visitor.deliver(departure('T1', 'app_uninstalled', anHourAgo));
    await until(() => slack.callsOf('auth.test').length === 1);
    assert.equal(await tokenFor(mentionIn('T1')), 'Bearer xoxb-of-T1');

    slack.answers['auth.test'] = [{ body: { ok: false, error: 'account_inactive' } }];
    await visitor.deliver(departure('T1', 'app_uninstalled', anHourAgo));
    await eventually(() => isForgotten('T1'));
  });
});
