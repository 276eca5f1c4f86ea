/* What the local Slack has told so far. It is asked for what is new, again and again. */
import {read} from "./server.js";
import {watched} from "./watched.js";

const PAUSE = 80;
const RETRY = 1000;

/* How long the answer may take until there is something new. */
const SECONDS = 25;

const nothing = () => ({
  run: "",
  change: 0,
  call: 0,
  messages: new Map(),
  modals: {},
  homes: {},
  deliveries: new Map(),
  calls: [],
});

export const known = {isLost: false, state: null, channels: [], ...nothing()};

const {tell, use} = watched(known);

export const useKnown = use;

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
  if (news.run !== known.run) Object.assign(known, nothing(), {run: news.run});
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

/* Another local Slack may answer than before: it is told of which one the numbers are. */
const asked = () => `run=${known.run}&after=${known.change}&call=${known.call}`
    + `&wait=${known.state && !known.isLost ? SECONDS : 0}`;

export async function follow() {
  for (;;) {
    try {
      take(await read(`changes?${asked()}`));
      tell();
      await wait(PAUSE);
    } catch {
      known.isLost = true;
      tell();
      await wait(RETRY);
    }
  }
}
