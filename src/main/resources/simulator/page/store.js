/* What the local Slack has told so far. It is asked for what is new, again and again. */
import {read} from "./server.js";
import {watched} from "./watched.js";

const PAUSE = 80;
const RETRY = 1000;

const nothing = () => ({
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
  if (known.isLost) Object.assign(known, nothing());
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

/* After a loss another local Slack may answer, which counts from the beginning: all is asked for, and at once. */
const asked = () => (known.isLost || !known.state
    ? "after=0&call=0"
    : `after=${known.change}&call=${known.call}&wait=25`);

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
