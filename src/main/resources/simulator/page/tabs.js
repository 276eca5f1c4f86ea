/* Tabs of which one is open; the arrow keys go from one to the next. */
import {h} from "preact";

export const panelOf = (name) => ({id: `panel-${name}`, role: "tabpanel", "aria-labelledby": `tab-${name}`});

/* tabs: name and label of each */
export function Tabs({label, tabs, open, onOpen}) {
  const step = {ArrowRight: 1, ArrowLeft: -1};
  const onKeyDown = (event) => {
    if (!step[event.key]) return;
    const at = tabs.findIndex(([name]) => name === open) + step[event.key] + tabs.length;
    const next = tabs[at % tabs.length][0];
    onOpen(next);
    document.getElementById(`tab-${next}`).focus();
  };
  const tab = ([name, text]) => h("button", {
    class: "tab", role: "tab", id: `tab-${name}`, type: "button", "aria-selected": String(name === open),
    "aria-controls": `panel-${name}`, tabIndex: name === open ? 0 : -1, onClick: () => onOpen(name),
  }, text);
  return h("div", {class: "tabs", role: "tablist", "aria-label": label, onKeyDown}, tabs.map(tab));
}
