"use strict";
const {App} = require("@slack/bolt");

const socketMode = process.env.TRANSPORT === "socket-mode";
const app = new App({
  socketMode,
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: {slackApiUrl: process.env.SLACK_API_URL},
});

const modal = {
  type: "modal",
  callback_id: "form",
  title: {type: "plain_text", text: "Form"},
  blocks: [],
};

app.event("app_mention", async ({event, say}) => {
  await say(`Hello <@${event.user}>`);
});
app.command("/hello", async ({command, ack, client}) => {
  await ack(`Hi ${command.text}`);
  await client.views.open({trigger_id: command.trigger_id, view: modal});
});
app.action("approve", async ({action, ack, respond}) => {
  await ack();
  await respond(`Approved ${action.value}`);
});
app.view("form", async ({ack}) => {
  await ack({response_action: "clear"});
});
app.shortcut("start", async ({ack}) => {
  await ack();
});

(async () => {
  const server = await app.start(0);
  console.log(`ready ${socketMode ? 0 : server.address().port}`);
})();
