/* Who looks at what: it is kept in the address, so that a reload changes nothing. */
import {watched} from "./watched.js";

const FIRST = {
  as: "U0SIMUSER", at: "C0SIMCHAN", thread: "", message: "", view: "messages", side: "talk", delivery: "",
  text: "", what: "", state: "", faults: "open",
};

function fromArchive() {
  const link = location.pathname.match(/^\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})$/);
  if (!link) return {};
  const thread = new URLSearchParams(location.search).get("thread_ts") ?? "";
  return {at: link[1], message: `${link[2]}.${link[3]}`, thread};
}

function fromHash() {
  return Object.fromEntries([...new URLSearchParams(location.hash.slice(1))].filter(([key]) => key in FIRST));
}

export const ui = {...FIRST, ...fromHash(), ...fromArchive()};

const {tell, use} = watched(ui);

export const useUi = use;

export function go(change) {
  Object.assign(ui, change);
  const kept = Object.entries(ui).filter(([key, value]) => value !== FIRST[key] && key !== "message");
  history.replaceState(null, "", `/#${new URLSearchParams(kept)}`);
  tell();
}

/* An address that somebody has pasted. */
addEventListener("hashchange", () => go({...FIRST, ...fromHash()}));
