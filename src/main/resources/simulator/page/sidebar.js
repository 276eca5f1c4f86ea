/* Who acts, and where there is something to read. */
import {h} from "preact";
import {botName, isDirect, people, person} from "./people.js";
import {known} from "./store.js";
import {go} from "./ui.js";

const readUpTo = new Map();

const last = (channel) => [...(known.messages.get(channel)?.keys() ?? [])].map(Number)
    .reduce((one, other) => Math.max(one, other), 0);

function isUnread(channel, ui) {
  const key = `${ui.as} ${channel}`;
  if (channel === ui.at || !readUpTo.has(key)) readUpTo.set(key, last(channel));
  return last(channel) > readUpTo.get(key);
}

const teamOf = (channel) => channel.team ?? people().find((one) => one.directChannel === channel.id)?.team;

function places(ui) {
  const own = person(ui.as);
  const open = known.channels.filter((channel) => !isDirect(channel.id) && teamOf(channel) === own?.team);
  return [...open.map((channel) => ({id: channel.id, label: `# ${channel.name}`})),
    ...(own ? [{id: own.directChannel, label: botName(), isApp: true}] : [])];
}

/* Whoever acts goes to a place of their own workspace. */
function become(id, ui) {
  const now = person(id);
  const before = person(ui.as);
  const stays = !isDirect(ui.at) && now.team === before?.team;
  const first = known.channels.find((channel) => teamOf(channel) === now.team);
  go({as: id, at: stays ? ui.at : isDirect(ui.at) ? now.directChannel : first.id, thread: stays ? ui.thread : ""});
}

export function People({ui}) {
  const teams = known.state.teams;
  const option = (one) => h("option", {value: one.id}, one.realName);
  const of = (team) => people().filter((one) => one.team === team.id).map(option);
  return h("label", {class: "who"}, "Acting as ",
      h("select", {value: ui.as, onChange: (event) => become(event.target.value, ui)},
          teams.length === 1 ? of(teams[0]) : teams.map((team) => h("optgroup", {label: team.name}, of(team)))));
}

const teamName = (ui) => known.state.teams.find((team) => team.id === person(ui.as)?.team)?.name;

export function Sidebar({ui}) {
  return h("nav", {class: "places", "aria-label": "Channels"},
      h("h2", {class: "workspace"}, teamName(ui)),
      h("ul", null, places(ui).map((one) => {
        const unread = isUnread(one.id, ui);
        return h("li", {key: one.id}, h("button", {
          class: unread ? "place unread" : "place", "aria-current": one.id === ui.at ? "page" : undefined,
          onClick: () => go({at: one.id, thread: "", message: ""}),
        },
        h("span", {class: "name"}, one.label),
        one.isApp && h("span", {class: "badge"}, "app"),
        unread && h("span", {class: "hidden"}, ", unread")));
      })));
}
