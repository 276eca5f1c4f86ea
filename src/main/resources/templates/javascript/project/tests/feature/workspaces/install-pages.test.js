import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET, startInstallable, team } from './installers.js';

/** @type {import('../../helpers/pretend-slack.js').PretendSlack} */
let slack;
/** @type {import('../../../runtime/service.js').Service} */
let bot;
/** @type {import('./installers.js').Visitor} */
let visitor;

beforeEach(async () => {
  ({ slack, bot, visitor } = await startInstallable('events-api'));
});

afterEach(async () => {
  await bot.close();
  slack.stop();
});

test('the link leads to Slack with the scopes of the manifest', async () => {
  const link = await visitor.get('/slack/install');

  assert.equal(link.status, 302);
  const page = new URL(String(link.headers.get('location')));
  assert.equal(page.origin + page.pathname, slack.apiUrl.replace('/api/', '/oauth/v2/authorize'));
  assert.equal(page.searchParams.get('client_id'), CLIENT_ID);
  assert.match(String(page.searchParams.get('scope')), /^app_mentions:read,chat:write,commands/);
  const cookie = String(link.headers.get('set-cookie'));
  assert.match(cookie, /^__Host-slack-install=[\w-]{43}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
});

test('the app proves who it is to Slack', async () => {
  await visitor.install(team('T1'));

  const exchange = slack.calls.find(({ method }) => method === 'oauth.v2.access');
  assert.equal(exchange?.arguments.code, 'a-code');
  assert.equal(exchange?.credentials, `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}`);
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

test('the pages are for browsers only', async () => {
  const install = `http://127.0.0.1:${bot.port()}/slack/install`;

  assert.equal((await fetch(install, { method: 'POST' })).status, 405);
});
