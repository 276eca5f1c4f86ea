/* Names for the ids of people and channels. */
import {known} from "./store.js";

const BOT = "U0SIMBOT0";
const SLACK = "USLACKBOT";

export const isBot = (id) => id === BOT;

export const people = () => known.state?.people ?? [];

export const person = (id) => people().find((one) => one.id === id);

/* Those of the same workspace. */
export const colleagues = (id) => people().filter((one) => one.team === person(id)?.team);

export const botName = () => known.state?.app.name ?? "bot";

export function nameOf(id) {
  if (isBot(id)) return botName();
  if (id === SLACK) return "Slack";
  return person(id)?.realName ?? id;
}

/* As it is written after an @. */
export const handleOf = (id) => (isBot(id) ? botName() : person(id)?.name ?? id);

export function channelName(id) {
  const owner = people().find((one) => one.directChannel === id);
  if (owner) return `${owner.realName} and ${botName()}`;
  return known.channels.find((channel) => channel.id === id)?.name ?? id;
}

export const isDirect = (id) => id.startsWith("D");

export {BOT};
