/* A list of buttons that another button opens. */
import {h} from "preact";
import {useLayoutEffect, useRef, useState} from "preact/hooks";

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

/* Also where there is no room above either: what is below can be reached by scrolling. */
function fitsBelow(button, height) {
  const frame = (button.closest(".messages") ?? document.documentElement).getBoundingClientRect();
  const {top, bottom} = button.getBoundingClientRect();
  return bottom + height <= frame.bottom || top - height < frame.top;
}

/* One of the buttons. */
export const Item = ({text, onClick}) => h("button", {class: "plain", type: "button", onClick}, text);

/*
 * It closes with Escape, when the focus leaves it, and when something in it is chosen: children is a function that
 * makes of what a choice does what is to be done when its button is pressed.
 *
 * text, label: what the button shows, and what it is called
 */
export function Menu({text, label, children, ...properties}) {
  const [isOpen, setOpen] = useState(false);
  const [isUp, setUp] = useState(false);
  const button = useRef(null);
  const list = useRef(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    setUp(!fitsBelow(button.current, list.current.offsetHeight));
    list.current.querySelector(CHOICES)?.focus({preventScroll: true});
  }, [isOpen]);
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
    event.preventDefault();
    close();
  };
  const onFocusOut = (event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false);
  return h("div", {...properties, onKeyDown: isOpen ? onKeyDown : undefined, onFocusOut},
      h("button", {
        ref: button, class: "plain", type: "button", title: label, "aria-label": label, "aria-expanded": String(isOpen),
        onClick: () => setOpen(!isOpen),
      }, text),
      isOpen && h("div", {
        ref: list, class: isUp ? "menu up" : "menu", role: "group", "aria-label": label, onKeyDown: move,
      }, children(choose)));
}
