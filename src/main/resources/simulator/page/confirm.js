/* The question that a bot wants answered before a click counts. */
import {h} from "preact";
import {Dialog} from "./dialog.js";
import {plain} from "./plain.js";
import {Text} from "./text.js";

export function Confirm({confirm, onYes, onNo}) {
  const style = confirm.style === "danger" ? "danger" : "primary";
  return h(Dialog, {title: plain(confirm.title?.text) || "Are you sure?", onClose: onNo},
      h("div", {class: "body"}, h(Text, {of: confirm.text})),
      h("div", {class: "buttons"},
          h("button", {class: "kit", type: "button", onClick: onNo}, plain(confirm.deny?.text) || "Cancel"),
          h("button", {class: `kit ${style}`, type: "button", onClick: onYes}, plain(confirm.confirm?.text) || "Yes")));
}
