import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { APPROVE, CONFIRM, Desk } from '../../../feature/private-systems/desk.js';
import { MOST_A_MINUTE, Pace } from '../../../feature/private-systems/pace.js';
import { InMemoryPendingRequests } from '../../../feature/private-systems/pending-requests.js';
import { readPrivateSystems } from '../../../feature/private-systems/private-systems.js';
import { Environment } from '../../../runtime/environment.js';
import { SlackApp } from '../../../runtime/slack-app.js';
import { PretendSlack } from '../../helpers/pretend-slack.js';
import { Countdown, weather } from './rehearsed-operations.js';

const TOKEN = 'xoxb-test-token-for-loopback';
const PERMISSIONS = `
ask: <@UZOE>
operations:
  weather: {users: everyone}
  launch: {users: [UANN], channels: [C1]}
  strike: {groups: [S1], channels: [C1], approval: second-person}
`;
const file = join(mkdtempSync(join(tmpdir(), 'desk-')), 'permissions.yaml');
writeFileSync(file, PERMISSIONS);

/** @type {PretendSlack} */
let slack;
/** @type {SlackApp} */
let bot;
/** @type {Countdown} */
let launch;
/** @type {Countdown} */
let strike;
let now = 0;

beforeEach(async () => {
  slack = await PretendSlack.start();
  slack.answers['auth.test'] = [
    { body: { ok: true, user_id: 'U0', bot_id: 'B0', team_id: 'T1', enterprise_id: 'E1' } },
  ];
  slack.answers['usergroups.users.list'] = Array(9).fill({ body: { ok: true, users: ['UANN', 'UBEN'] } });
  bot = new SlackApp(TOKEN, slack.apiUrl);
  await bot.authenticate();
  launch = new Countdown('launch');
  strike = new Countdown('strike');
  const said = weather('<!channel> & \u202Eco - <https://evil.example.com|Log in>');
  const system = { words: ['weather', 'launch', 'strike'], operations: [said, launch, strike] };
  const environment = new Environment({ AUDIT_CHANNEL: 'CAUDIT', PERMISSIONS_FILE: file });
  const systems = readPrivateSystems(environment, [system]);
  const pace = new Pace(() => now);
  new Desk(systems, new InMemoryPendingRequests(), bot.callsFor(TOKEN), pace).register(bot.app, '/bot');
  bot.app.command('/bot', async ({ ack }) => ack('plain'));
});

afterEach(() => slack.stop());

/** @param {Record<string, any>} body @returns {Promise<any>} the acknowledgement */
async function play(body) {
  /** @type {unknown} */
  let acknowledged;
  await bot.app.processEvent({
    body: { trigger_id: '1', response_url: `${slack.apiUrl}respond`, ...body },
    ack: async (response) => {
      assert.equal(acknowledged, undefined);
      acknowledged = response ?? '';
    },
  });
  return acknowledged;
}

/** @param {string} user @param {string} text */
function command(user, text, team = 'T1') {
  return play({ command: '/bot', text, user_id: user, team_id: team, channel_id: 'C1' });
}

/** @param {string} user @param {string} action @param {string} value @param {string} [team] of the person */
function click(user, action, value, team = 'T1') {
  return play({
    type: 'block_actions',
    user: { id: user, team_id: team },
    team: { id: 'T1' },
    channel: { id: 'C1' },
    actions: [{ type: 'button', action_id: action, block_id: 'b', value }],
  });
}

/** What came over the response URL. @param {number} number */
const answer = (number) => slack.callsOf('respond')[number] ?? {};

/** @param {string} channel */
const posts = (channel) => slack.callsOf('chat.postMessage').filter((message) => message.channel === channel);

const audited = () => posts('CAUDIT').map(({ text }) => text.replace(/.*` - /, ''));

/** The value of a message's first button. @param {Record<string, any>} message */
const button = ({ blocks }) => (typeof blocks === 'string' ? JSON.parse(blocks) : blocks)[1].elements[0].value;

test('leaves the command without words to the listeners', async () => {
  assert.equal(await command('UANN', ' '), 'plain');
});

test('knows its words and repeats no others', async () => {
  const { text } = await command('UANN', '<!channel> `drop` tables');

  assert.equal(text, 'I know these words:\n`/bot weather`\n`/bot launch now`\n`/bot strike now`');
});

test('what a system says mentions nobody and links nowhere', async () => {
  assert.equal(await command('UEVE', 'weather'), '');

  assert.equal(answer(0).text, '&lt;!channel&gt; &amp; co - &lt;https://evil.example.com|Log in&gt;');
});

test('does it after a confirmation and writes it down', async () => {
  await command('UANN', 'launch now');
  assert.equal(answer(0).response_type, 'ephemeral');
  assert.equal(launch.done, 0);

  await click('UANN', CONFIRM, button(answer(0)));
  assert.deepEqual(answer(1), { replace_original: true, text: '`launch now`, by <@UANN>: It is done for UANN' });
  assert.equal(launch.done, 1);
  assert.deepEqual(audited(), ['begins, for UANN', 'done: It is done for UANN']);
});

test('says that it is done though the audit channel hears nothing', async () => {
  slack.answers['chat.postMessage'] = [{ status: 500, body: {} }, { body: { ok: false, error: 'not_in_channel' } }];
  await command('UANN', 'launch now');
  await click('UANN', CONFIRM, button(answer(0)));

  assert.match(answer(1).text, /It is done/);
  assert.equal(launch.done, 1);
});

test('does once what it cannot tell', async () => {
  await command('UANN', 'launch now');
  slack.answers.respond = [{ status: 500, body: {} }];
  await click('UANN', CONFIRM, button(answer(0)));
  await click('UANN', CONFIRM, button(answer(0)));

  assert.match(answer(2).text, /does nothing/);
  assert.equal(launch.done, 1);
});

// The click of somebody from another workspace comes with the team of the message.
test('an equal id of another workspace is somebody else', async () => {
  await command('UANN', 'strike now');
  await click('UANN', CONFIRM, button(answer(0)));
  const id = button(posts('C1')[0] ?? {});

  await click('UBEN', APPROVE, id, 'T2');
  assert.match(answer(2).text, /does nothing/);
  assert.equal(strike.done, 0);
  await command('UEVE', 'weather', 'T2');
  assert.match(answer(3).text, /^You may not do this here/);

  await click('UBEN', APPROVE, id, 'E1'); // as Slack tells people of the bot's own organization
  assert.match(answer(4).text, /approved by <@UBEN>/);
});

test('a workspace whose payload names an organization of its own is not at home', async () => {
  slack.answers['auth.test'] = [{ body: { ok: true, user_id: 'U0', bot_id: 'B0', team_id: 'T1' } }];
  await bot.authenticate();
  await play({ command: '/bot', text: 'weather', user_id: 'U1', team_id: 'T2', enterprise_id: 'E2', channel_id: 'C1' });

  assert.match(answer(0).text, /^You may not do this here/);
});

test('tells whom to ask and writes the denial down', async () => {
  await command('UEVE', 'launch now');

  assert.equal(answer(0).text, 'You may not do this here: `launch now`. Ask <@UZOE>.');
  assert.deepEqual(audited(), ['denied']);
});

test('asks the channel for a second person', async () => {
  await command('UANN', 'strike now');
  await click('UANN', CONFIRM, button(answer(0)));
  assert.deepEqual(answer(1), { replace_original: true, text: 'The channel has been asked for an approval.' });
  const [asked = {}] = posts('C1');
  assert.equal(JSON.parse(asked.blocks)[0].text.verbatim, true);

  await click('UANN', APPROVE, button(asked));
  assert.equal(answer(2).text, 'Somebody else has to approve what you asked for.');
  assert.equal(answer(2).replace_original, false);
  await click('UEVE', APPROVE, button(asked));
  assert.match(answer(3).text, /^You may not do this here/);
  assert.equal(strike.done, 0);

  await click('UBEN', APPROVE, button(asked));
  assert.match(answer(4).text, /<@UANN>, approved by <@UBEN>/);
  assert.equal(answer(4).replace_original, true);
  assert.equal(strike.done, 1);
});

for (const body of [{ ok: false, error: 'missing_scope' }, { ok: true }, { ok: true, users: 'UANN' }]) {
  test(`nobody is in a group of which Slack says ${JSON.stringify(body)}`, async () => {
    slack.answers['usergroups.users.list'] = [{ body }];
    await command('UANN', 'strike now');

    assert.match(answer(0).text, /^You may not do this here/);
  });
}

test('what nobody can be asked to approve is not kept', async () => {
  await command('UANN', 'strike now');
  slack.answers['chat.postMessage'] = [{ body: { ok: true } }, { body: { ok: false, error: 'not_in_channel' } }];
  await click('UANN', CONFIRM, button(answer(0)));

  assert.match(answer(1).text, /Invite me/);
  await click('UBEN', APPROVE, button(posts('C1')[0] ?? {}));
  assert.match(answer(2).text, /used or has expired/);
  assert.equal(strike.done, 0);
});

// Denials, too, take work, and fill the audit channel.
test('one who asks too often waits, and nobody else', async () => {
  for (let i = 0; i <= MOST_A_MINUTE; i++) {
    await command('UEVE', 'launch now');
  }
  assert.equal(answer(MOST_A_MINUTE).text, 'You ask more often than I answer. Wait a minute.');
  assert.equal(audited().length, MOST_A_MINUTE);

  await command('UANN', 'launch now');
  assert.equal(answer(MOST_A_MINUTE + 1).text, 'It goes off now.');
  now += 60_000;
  await command('UEVE', 'launch now');
  assert.match(answer(MOST_A_MINUTE + 2).text, /^You may not do this here/);
});
