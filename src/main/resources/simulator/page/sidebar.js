/* The places of a workspace, and where there is something to read. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {entered} from "./apphome.js";
import {placesOf} from "./places.js";
import {go} from "./ui.js";
import {Workspace} from "./workspace.js";

function enter(place) {
  go({at: place.id, thread: "", message: "", side: "talk"});
  entered();
}

const isSearch = (event) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";

/* As in Slack, Ctrl and K lead to it from everywhere. */
function Search({text, setText, first}) {
  const field = useRef(null);
  useEffect(() => {
    const look = (event) => {
      if (!isSearch(event)) return;
      event.preventDefault();
      field.current.focus();
    };
    addEventListener("keydown", look);
    return () => removeEventListener("keydown", look);
  }, []);
  const onKeyDown = (event) => {
    if (event.key === "Escape") setText("");
    if (event.key === "Enter" && first) {
      setText("");
      enter(first);
    }
  };
  return h("label", {class: "search"}, h("span", {class: "hidden"}, "Go to a channel, Control K"), h("input", {
    ref: field, type: "search", value: text, placeholder: "Go to (Ctrl K)", onKeyDown,
    onInput: (event) => setText(event.target.value),
  }));
}

function Place({place, isHere, unread}) {
  return h("button", {
    class: unread ? "place unread" : "place", "aria-current": isHere ? "page" : undefined, title: place.label,
    onClick: () => enter(place),
  },
  h("span", {class: "name"}, place.isApp ? place.label : `# ${place.label}`),
  place.isApp && h("span", {class: "badge"}, "app"),
  unread > 0 && h("span", {class: "number"}, unread, h("span", {class: "hidden"}, " unread")));
}

export function Sidebar({ui, unread}) {
  const [text, setText] = useState("");
  const found = placesOf(ui.as).filter((place) => place.label.toLowerCase().includes(text.trim().toLowerCase()));
  const count = (place) => unread.filter((message) => message.channel === place.id).length;
  const list = (places) => h("ul", null, places.map((place) => h("li", {key: place.id},
      h(Place, {place, isHere: place.id === ui.at, unread: count(place)}))));
  return h("nav", {class: "places", "aria-label": "Channels"},
      h(Workspace, {ui}),
      h(Search, {text, setText, first: found[0]}),
      h("div", {class: "lists"},
          list(found.filter((place) => !place.isApp)), list(found.filter((place) => place.isApp))),
      found.length === 0 && h("p", {class: "quiet"}, "No such channel."));
}
