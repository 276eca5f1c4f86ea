"use strict";
// The bot of the benchmark: one listener, which acknowledges, and takes its time when it is told so.
const {App} = require("@slack/bolt");

const app = new App({
  socketMode: process.env.SLACK_TRANSPORT === "socket-mode",
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: {slackApiUrl: process.env.SLACK_API_URL},
});

app.event("message", async ({event}) => {
  if (event.text === "slow") {
    await new Promise((resume) => setTimeout(resume, 50));
  }
});

app.start(Number(process.env.PORT));
