/* A list of buttons that another button opens. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";

const CHOICES = "button, a";

const STEPS = {ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1};

/* The arrow keys go from button to button. */
function move(event) {
  const buttons = [...event.currentTarget.querySelectorAll(CHOICES)];
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length]?.focus();
}

/*
 * It closes with Escape, when the focus leaves it, and when something in it is chosen: children is a function that
 * makes of what a choice does what is to be done when its button is pressed.
 *
 * text, label: what the button shows, and what it is called
 */
export function Menu({text, label, children, ...properties}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const list = useRef(null);
  useEffect(() => { if (isOpen) list.current.querySelector(CHOICES)?.focus(); }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current.focus();
  };
  const choose = (then) => () => {
    close();
    then();
  };
  const onKeyDown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  const onFocusOut = (event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false);
  return h("div", {...properties, onKeyDown: isOpen ? onKeyDown : undefined, onFocusOut},
      h("button", {
        ref: button, class: "plain", type: "button", title: label, "aria-label": label, "aria-expanded": String(isOpen),
        onClick: () => setOpen(!isOpen),
      }, text),
      isOpen && h("div", {ref: list, class: "menu", role: "group", "aria-label": label, onKeyDown: move},
          children(choose)));
}
