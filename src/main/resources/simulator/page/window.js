/* A long list of rows of one height, of which only those that can be seen are drawn. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";

const SPARE = 6;

export function Window({rows, height, draw, label, empty}) {
  const list = useRef(null);
  const [view, setView] = useState({top: 0, size: 800});
  const look = () => setView({top: list.current.scrollTop, size: list.current.clientHeight});
  useEffect(() => {
    const observer = new ResizeObserver(look);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(view.top / height) - SPARE);
  const end = Math.min(rows.length, Math.ceil((view.top + view.size) / height) + SPARE);
  return h("div", {class: "window", ref: list, onScroll: look, onKeyDown: move},
      rows.length === 0 && h("p", {class: "nothing"}, empty),
      h("ul", {"aria-label": label, style: {height: `${rows.length * height}px`}},
          rows.slice(first, end).map((row, index) => h("li", {
            key: row.key, "aria-setsize": rows.length, "aria-posinset": first + index + 1,
            style: {transform: `translateY(${(first + index) * height}px)`, height: `${height}px`},
          }, draw(row)))));
}

/* The arrow keys go from row to row. */
function move(event) {
  const steps = {ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling"};
  const next = event.target.closest("li")?.[steps[event.key]];
  if (next) {
    event.preventDefault();
    next.querySelector("button").focus();
  }
}
