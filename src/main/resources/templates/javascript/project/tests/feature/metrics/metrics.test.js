import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, startBot } from '../../helpers/bot.js';
import { mention } from '../../helpers/payloads.js';
import { PretendSlack } from '../../helpers/pretend-slack.js';

test('counts what Slack delivers, and says how the bot is', async () => {
  const slack = await PretendSlack.start();
  const bot = await startBot(slack, 'events-api');
  await post(bot.port(), mention('E1'));
  await post(bot.port(), mention('E1'));
  await post(bot.port(), { type: 'unknown' });

  const text = await (await fetch(`http://127.0.0.1:${bot.port()}/metrics`)).text();
  assert.match(text, /^slack_bot_deliveries_total\{kind="event",acknowledged="true"\} 2$/m);
  assert.match(text, /^slack_bot_deliveries_total\{kind="other",acknowledged="false"\} 1$/m);
  assert.match(text, /^slack_bot_answer_seconds_bucket\{le="3"\} 3$/m);
  assert.match(text, /^slack_bot_ready 1$/m);
  assert.match(text, /^slack_bot_sockets 0$/m);
  assert.match(text, /^slack_bot_work_waiting \d+$/m);
  await bot.close();
  slack.stop();
});
