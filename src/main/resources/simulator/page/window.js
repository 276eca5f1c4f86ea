/* A long list of rows of one height, of which only those that can be seen are drawn. */
import {h} from "preact";
import {useEffect, useLayoutEffect, useRef, useState} from "preact/hooks";

const SPARE = 6;

/* What a person looks at stays where it is when there are new rows above. */
function useSteadiness(list, rows, height) {
  const seen = useRef({key: "", at: 0});
  const remember = () => {
    const at = Math.floor(list.current.scrollTop / height);
    seen.current = {key: rows[at]?.key, at};
  };
  useLayoutEffect(() => {
    const moved = rows.findIndex((row) => row.key === seen.current.key) - seen.current.at;
    if (list.current.scrollTop > 0 && moved > 0) list.current.scrollTop += moved * height;
    remember();
  }, [rows]);
  return remember;
}

/* draw(row, isStop): the button of a row; with the Tab key, one of them can be reached */
export function Window({rows, height, draw, label, empty}) {
  const list = useRef(null);
  const [view, setView] = useState({top: 0, size: 800});
  const [focused, setFocused] = useState("");
  const steady = useSteadiness(list, rows, height);
  const look = () => {
    steady();
    setView({top: list.current.scrollTop, size: list.current.clientHeight});
  };
  useEffect(() => {
    const observer = new ResizeObserver(look);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(view.top / height) - SPARE);
  const drawn = rows.slice(first, Math.ceil((view.top + view.size) / height) + SPARE);
  const stop = drawn.find((row) => row.key === focused) ?? rows[Math.ceil(view.top / height)] ?? drawn[0];
  const keep = (event) => setFocused(event.target.closest("li")?.dataset.key ?? "");
  return h("div", {class: "window", ref: list, onScroll: look, onKeyDown: move, onFocusIn: keep},
      rows.length === 0 && h("p", {class: "nothing"}, empty),
      h("ul", {"aria-label": label, style: {height: `${rows.length * height}px`}},
          drawn.map((row, index) => h("li", {
            key: row.key, "data-key": row.key, "aria-setsize": rows.length, "aria-posinset": first + index + 1,
            style: {transform: `translateY(${(first + index) * height}px)`, height: `${height}px`},
          }, draw(row, row === stop)))));
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
