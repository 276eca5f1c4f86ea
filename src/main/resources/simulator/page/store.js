/* What the local Slack has told so far. It is asked for what is new, again and again. */
import {useEffect, useState} from "preact/hooks";
import {read} from "./server.js";

const PAUSE = 80;
const RETRY = 1000;

export const known = {
  change: 0,
  call: 0,
  isLost: false,
  state: null,
  channels: [],
  messages: new Map(),
  modals: {},
  homes: {},
  deliveries: new Map(),
  calls: [],
};

const watchers = new Set();

const wait = (millis) => new Promise((done) => { setTimeout(done, millis); });

function place(message) {
  const channel = known.messages.get(message.channel) ?? new Map();
  channel.set(String(message.body.ts), message);
  known.messages.set(message.channel, channel);
}

/* Two answers may tell of the same call. */
function add(calls) {
  const fresh = calls.filter((call) => call.number > known.call);
  if (fresh.length > 0) {
    known.calls = known.calls.concat(fresh);
    known.call = fresh[fresh.length - 1].number;
  }
}

function take(news) {
  known.isLost = false;
  known.change = news.change;
  known.state = news.state;
  known.channels = news.channels;
  known.modals = news.modals ?? known.modals;
  known.homes = news.homes ?? known.homes;
  news.messages.forEach(place);
  news.deliveries.forEach((delivery) => known.deliveries.set(delivery.id, delivery));
  add(news.calls);
}

/* A local Slack that was started anew counts from the beginning. */
function forget() {
  Object.assign(known, {
    change: 0, call: 0, messages: new Map(), modals: {}, homes: {}, deliveries: new Map(), calls: [],
  });
}

const tell = () => watchers.forEach((watcher) => watcher({}));

export async function follow() {
  let seconds = 0;
  for (;;) {
    try {
      const news = await read(`changes?after=${known.change}&call=${known.call}&wait=${seconds}`);
      if (news.change < known.change) {
        forget();
        seconds = 0;
        continue;
      }
      take(news);
      seconds = 25;
      tell();
      await wait(PAUSE);
    } catch {
      known.isLost = true;
      seconds = 0;
      tell();
      await wait(RETRY);
    }
  }
}

/* Draws a component anew whenever there is something new. */
export function useKnown() {
  const [, watcher] = useState({});
  useEffect(() => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, []);
  return known;
}
