/* All about one delivery or one call. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {copy} from "./copy.js";
import {act} from "./notice.js";
import {read} from "./server.js";
import {known} from "./store.js";
import {duration, exact} from "./time.js";
import {go} from "./ui.js";

/* JSON where it is JSON. */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const Code = ({title, text}) => h("div", {class: "code"},
    h("div", {class: "row"},
        h("h3", null, title),
        text && h("button", {
          class: "plain", "aria-label": `Copy: ${title}`, onClick: () => copy(title, text),
        }, "Copy")),
    h("pre", {tabIndex: 0, role: "region", "aria-label": title}, text || "Nothing."));

function outcome(attempt) {
  const status = attempt.status === undefined ? "" : `${attempt.status} `;
  const after = attempt.answeredAfterMillis === undefined ? "" : `after ${duration(attempt.answeredAfterMillis)}`;
  const answer = `${status}${after}`;
  return attempt.failure ? `${attempt.failure} ${answer}` : answer || "under way";
}

const Attempts = ({attempts}) => h("table", null,
    h("caption", null, "Attempts"),
    h("thead", null, h("tr", null, ["Try", "At", "Outcome", "Via"].map((title) => h("th", {scope: "col"}, title)))),
    h("tbody", null, attempts.map((one) => h("tr", {key: one.at},
        h("td", null, one.number + 1), h("td", null, exact(one.at)), h("td", null, outcome(one)),
        h("td", null, one.via || "–")))));

async function again(endpoint, id) {
  const sent = await act(endpoint, {id});
  if (sent) go({delivery: sent.id});
}

const REASONS = {
  no_connection: "No bot was connected.",
  timeout: "The bot did not acknowledge it within 3 seconds.",
  http_timeout: "The bot did not answer within 3 seconds.",
};

const raw = ({url, headers, body}) =>
    [`POST ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", body].join("\n");

function Delivery({one, whole}) {
  const answer = one.attempts.at(-1)?.answer;
  const isOverHttp = known.state.transport === "events-api";
  return h("div", null,
      one.reason && h("p", {class: `why ${one.state}`}, REASONS[one.reason] ?? one.reason),
      h("div", {class: "row"},
          h("button", {class: "kit", onClick: () => again("repeats", one.id)}, "Send again"),
          isOverHttp && h("button", {class: "kit", onClick: () => again("replays", one.id)}, "Replay the request")),
      one.attempts.length > 0 && h(Attempts, {attempts: one.attempts}),
      h(Code, {title: "Answer", text: pretty(answer ?? "")}),
      h(Code, {title: "Payload", text: whole ? JSON.stringify(whole.payload, null, 2) : ""}),
      whole?.request && h(Code, {title: "Request, byte for byte", text: raw(whole.request)}));
}

const Call = ({one}) => h("div", null,
    h(Code, {title: "Arguments", text: JSON.stringify(one.arguments, null, 2)}),
    h(Code, {title: `Answer (${one.status})`, text: JSON.stringify(one.answer, null, 2)}));

/* The large parts, which are asked for only here; each attempt is a request of its own. */
function Whole({id, one}) {
  const [whole, setWhole] = useState(null);
  useEffect(() => { read(`deliveries/${id}`).then(setWhole, () => {}); }, [id, one.attempts.length]);
  return h(Delivery, {one, whole});
}

/* Back to the row that was opened. */
function close(id) {
  go({delivery: ""});
  document.getElementById(`row-${id}`)?.focus();
}

export function Entry({id}) {
  const title = useRef(null);
  useEffect(() => title.current.focus(), []);
  const delivery = known.deliveries.get(id);
  const call = known.calls.find((one) => `call-${one.number}` === id);
  const one = delivery ?? call;
  const onKeyDown = (event) => event.key === "Escape" && close(id);
  return h("section", {class: "details", "aria-label": "Details", onKeyDown},
      h("header", null,
          h("h2", {tabIndex: -1, ref: title}, one ? delivery?.name ?? call.method : "Not there any more"),
          delivery && h("span", {class: `state ${delivery.state}`}, delivery.state),
          h("button", {class: "plain", "aria-label": "Close the details", onClick: () => close(id)}, "✕")),
      one && h("p", {class: "quiet"}, `${id}, ${exact(one.createdAt ?? one.at)}`),
      delivery && h(Whole, {id, one: delivery}),
      call && h(Call, {one: call}));
}
