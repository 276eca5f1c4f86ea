/* The workspace of whoever acts, and how the app is installed there. */
import {h} from "preact";
import {Item, Menu} from "./menu.js";
import {act} from "./notice.js";
import {person} from "./people.js";
import {known} from "./store.js";

const SERVED = {
  workspace: () => "", organization: (state) => `by ${state.organization.name}, org-wide`, none: () => "not installed",
};

const nameOf = (state, id) => [...state.teams, state.organization].find((one) => one.id === id)?.name ?? id;

/* As long as nobody has installed it by OAuth, it is where its developer has put it. */
function Home({state, choose}) {
  const other = state.installation === "organization" ? "workspace" : "organization";
  const where = other === "workspace" ? "one workspace" : `the whole of ${state.organization.name}`;
  return h(Item, {text: `Install in ${where}`, onClick: choose(() => act("installation", {in: other}))});
}

const items = (state) => (choose) => [
  state.app.installUrl && h("a", {class: "plain", href: state.app.installUrl, target: "_blank", rel: "noreferrer"},
      "Install with OAuth"),
  state.installedIn.map((id) => h(Item, {
    key: id, text: `Remove from ${nameOf(state, id)}`, onClick: choose(() => act("uninstallations", {in: id})),
  })),
  state.organization.id && state.installedIn.length === 0 && h(Home, {state, choose}),
];

export function Workspace({ui}) {
  const {state} = known;
  const team = state.teams.find((one) => one.id === person(ui.as)?.team) ?? state.teams[0];
  const served = SERVED[team.servedBy](state);
  const canChange = state.app.installUrl || state.organization.id || state.installedIn.length > 0;
  return h("div", {class: "workspace"},
      h("h2", null, team.name, served && h("small", null, ` ${served}`)),
      canChange && h(Menu, {class: "more", text: "⚙", label: "Where the app is installed"}, items(state)));
}
