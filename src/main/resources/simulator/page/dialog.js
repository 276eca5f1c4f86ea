/* A dialog of the browser: it keeps the focus inside, ends with Escape, and gives the focus back. */
import {h} from "preact";
import {useEffect, useId, useRef} from "preact/hooks";

const FIRST = ".body :is(input, select, textarea), .primary, .danger";

export function Dialog({title, onClose, children, ...properties}) {
  const element = useRef(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    element.current.showModal();
    (element.current.querySelector("[data-first]") ?? element.current.querySelector(FIRST))?.focus();
    return () => before?.focus?.();
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
