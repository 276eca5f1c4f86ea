/* A dialog of the browser: it keeps the focus inside, ends with Escape, and gives the focus back. */
import {h} from "preact";
import {useEffect, useId, useRef} from "preact/hooks";

const FIRST = ".body :is(input, select, textarea), .primary, .danger";

export function Dialog({title, onClose, children, ...properties}) {
  const element = useRef(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog.showModal();
    (dialog.querySelector("[data-first]") ?? dialog.querySelector(FIRST))?.focus();
    /* The browser gives the focus back to what had it before. */
    return () => dialog.close();
  }, []);
  const cancel = (event) => {
    event.preventDefault();
    onClose();
  };
  return h("dialog", {ref: element, "aria-labelledby": id, onCancel: cancel, ...properties},
      h("div", {class: "dialog"},
          h("header", null,
              h("h2", {id}, title),
              h("button", {class: "plain", type: "button", "aria-label": "Close", onClick: onClose}, "✕")),
          children));
}
