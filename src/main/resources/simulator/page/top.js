/* The bar at the top: how the bot is reached, what was missed, and who acts. */
import {h} from "preact";
import {useEffect} from "preact/hooks";
import {entered} from "./apphome.js";
import {asTyped} from "./completion.js";
import {withEmoji} from "./emoji.js";
import {Menu} from "./menu.js";
import {isReply, threadOf} from "./messages.js";
import {channelName, isDirect, nameOf, people} from "./people.js";
import {placeOf} from "./places.js";
import {plain} from "./plain.js";
import {Sound, useChime} from "./sound.js";
import {ofTimestamp} from "./time.js";
import {go} from "./ui.js";

export const STOPPED = "The local Slack has stopped.";

function transport(state) {
  if (state.transport === "events-api") {
    return state.eventsEnabled ? `Events API, to ${state.requestUrl}` : "Events API: Slack has switched the events off";
  }
  const {length} = state.connections;
  return `Socket Mode, ${length === 0 ? "no bot connected" : length === 1 ? "1 connection" : `${length} connections`}`;
}

const Status = ({known}) => h("p", {id: "summary", class: "summary", role: "status"},
    known.isLost ? STOPPED : transport(known.state));

const where = (message) => (isDirect(message.channel) ? "" : `#${channelName(message.channel)}, `);

const open = (message) => go({
  at: message.channel, thread: isReply(message) ? threadOf(message) : "", message: message.body.ts, view: "messages",
  side: "talk",
});

const MOST_LETTERS = 90;

const beginning = ({body}) => [...withEmoji(asTyped(plain(body.text)))].slice(0, MOST_LETTERS).join("") || "(blocks)";

const Missed = ({message, onClick}) => h("button", {class: "plain missed", onClick},
    h("strong", null, nameOf(plain(message.body.user))),
    h("small", null, `${where(message)}${ofTimestamp(message.body.ts)}`),
    h("span", null, beginning(message)));

const Bell = ({unread}) => h(Menu, {
  class: "bell", text: unread.length > 0 ? `🔔 ${unread.length}` : "🔔",
  label: unread.length > 0 ? `${unread.length} unread` : "Nothing unread",
}, (choose) => (unread.length === 0
    ? h("p", {class: "quiet"}, "Nothing unread.")
    : unread.map((message) => h(Missed, {
      key: `${message.channel} ${message.body.ts}`, message, onClick: choose(() => open(message)),
    }))));

const become = (id, ui) => {
  const at = placeOf(id, ui.at);
  go({as: id, at, thread: at === ui.at ? ui.thread : ""});
  entered();
};

function Who({ui, state}) {
  const option = (one) => h("option", {value: one.id}, one.realName);
  const of = (team) => people().filter((one) => one.team === team.id).map(option);
  const {teams} = state;
  return h("label", {class: "who"}, "Acting as ",
      h("select", {value: ui.as, onChange: (event) => become(event.target.value, ui)},
          teams.length === 1 ? of(teams[0]) : teams.map((team) => h("optgroup", {label: team.name}, of(team)))));
}

const Sides = ({ui}) => h("div", {class: "sides", role: "group", "aria-label": "Show"},
    [["talk", "Conversation"], ["happened", "What happened"]].map(([side, label]) => h("button", {
      "aria-pressed": String(ui.side === side), onClick: () => go({side}),
    }, label)));

export function Top({ui, known, unread}) {
  useEffect(() => { document.title = unread.length > 0 ? `(${unread.length}) Local Slack` : "Local Slack"; });
  useChime(unread[0]?.body.ts);
  return h("header", {class: "top"},
      h("h1", null, "Local Slack"), h(Status, {known}), h(Bell, {unread}), h(Sound),
      h(Who, {ui, state: known.state}), h(Sides, {ui}));
}
