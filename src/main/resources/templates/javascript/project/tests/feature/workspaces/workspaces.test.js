import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { environment, startBot } from '../../helpers/bot.js';
import { command, mention } from '../../helpers/payloads.js';
import { PretendSlack, until } from '../../helpers/pretend-slack.js';
import { OLD, organization, team, Visitor } from './installers.js';

/** @import {Service} from '../../../runtime/service.js' */

const ID = '123.456';
const SECRET = 'client-secret-for-loopback';

/** @type {PretendSlack} */
let slack;
/** @type {Service} */
let bot;
/** @type {Visitor} */
let visitor;
/** @type {string} */
let data;
let events = 0;

/** @param {'socket-mode' | 'events-api'} transport */
async function start(transport) {
  slack = await PretendSlack.start();
  const { SLACK_BOT_TOKEN: _, ...variables } = environment(slack, transport);
  data = variables.DATA_DIR;
  bot = await startBot(slack, transport, {
    ...variables,
    SLACK_CLIENT_ID: ID,
    SLACK_CLIENT_SECRET: SECRET,
    TOKEN_KEY: OLD,
  });
  visitor = new Visitor(slack, bot, transport);
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

describe('the pages', () => {
  beforeEach(() => start('events-api'));

  test('the link leads to Slack with the scopes of the manifest', async () => {
    const link = await visitor.get('/slack/install');

    assert.equal(link.status, 302);
    const page = new URL(String(link.headers.get('location')));
    assert.equal(page.origin + page.pathname, slack.apiUrl.replace('/api/', '/oauth/v2/authorize'));
    assert.equal(page.searchParams.get('client_id'), ID);
    assert.match(String(page.searchParams.get('scope')), /^app_mentions:read,chat:write,commands/);
    const cookie = String(link.headers.get('set-cookie'));
    assert.match(cookie, /^__Host-slack-install=[\w-]{43}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  });

  test('the app proves who it is to Slack', async () => {
    await visitor.install(team('T1'));

    const exchange = slack.calls.find(({ method }) => method === 'oauth.v2.access');
    assert.equal(exchange?.arguments.code, 'a-code');
    assert.equal(exchange?.credentials, `Basic ${Buffer.from(`${ID}:${SECRET}`).toString('base64')}`);
  });

  test('nobody ends an installation that their browser has not begun', async () => {
    const own = await visitor.begin();
    const other = await visitor.begin();

    assert.equal((await visitor.get(own.back)).status, 400, 'no cookie');
    assert.equal((await visitor.get(other.back, own.cookie)).status, 400, "another's state");
    const guess = '/slack/oauth_redirect?code=a-code&state=guessed';
    assert.equal((await visitor.get(guess, '__Host-slack-install=guessed')).status, 400, 'never given out');
    assert.equal((await visitor.get('/slack/oauth_redirect?code=a-code', own.cookie)).status, 400, 'no state');
    assert.deepEqual(slack.callsOf('oauth.v2.access'), []);
  });

  test('a state is used once, also when it comes twice at once', async () => {
    slack.answers['oauth.v2.access'] = [{ body: team('T1') }];
    const { back, cookie } = await visitor.begin();

    const pages = await Promise.all([visitor.get(back, cookie), visitor.get(back, cookie)]);
    assert.deepEqual(pages.map(({ status }) => status).sort(), [200, 400]);
    assert.equal((await visitor.get(back, cookie)).status, 400);
    assert.equal(slack.callsOf('oauth.v2.access').length, 1);
  });

  test('whoever says no installs nothing', async () => {
    const { state, cookie } = await visitor.begin();

    const page = await visitor.get(`/slack/oauth_redirect?error=access_denied&state=${state}`, cookie);
    assert.equal(page.status, 400);
    assert.match(await page.text(), /Nothing was installed/);
    assert.deepEqual(slack.callsOf('oauth.v2.access'), []);
  });

  test('a code that Slack refuses is shown to nobody', async () => {
    const page = await visitor.install({ ok: false, error: 'invalid_code' });

    assert.equal(page.status, 400);
    assert.doesNotMatch(await page.text(), /a-code/);
  });

  test('a Slack in trouble is told from a refusal', async () => {
    slack.answers['oauth.v2.access'] = [{ status: 500, body: {} }];
    const { back, cookie } = await visitor.begin();

    assert.equal((await visitor.get(back, cookie)).status, 503);
  });

  test('no page is kept or framed, or says what somebody else has written', async () => {
    const page = await visitor.install(team('T1', { team: { id: 'T1', name: '<script>alert(1)</script>' } }));

    assert.doesNotMatch(await page.text(), /<script>/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    assert.match(String(page.headers.get('content-security-policy')), /frame-ancestors 'none'/);
  });

  test('where too many come, the last is told so at once', async () => {
    let release = () => {};
    const after = new Promise((resolve) => {
      release = () => resolve(undefined);
    });
    slack.answers['oauth.v2.access'] = Array.from({ length: 9 }, () => ({ body: team('T1'), after }));
    /** @type {{back: string, cookie: string}[]} */
    const begun = [];
    for (let i = 0; i < 9; i++) {
      begun.push(await visitor.begin());
    }
    const pages = begun.map(({ back, cookie }) => visitor.get(back, cookie));

    const first = await Promise.race(pages);
    release();

    assert.equal(first.status, 503);
    assert.match(await first.text(), /Too many/);
    const statuses = (await Promise.all(pages)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 200).length, 8);
  });

  test('they are for browsers only', async () => {
    const install = `http://127.0.0.1:${bot.port()}/slack/install`;

    assert.equal((await fetch(install, { method: 'POST' })).status, 405);
  });
});

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
