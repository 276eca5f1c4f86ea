/* What a person has not seen yet: messages elsewhere, and replies in threads that are not open. */
import {useEffect, useMemo} from "preact/hooks";
import {keptMap} from "./kept.js";
import {isReply, threadOf, visible} from "./messages.js";
import {placesOf} from "./places.js";
import {known, useKnown} from "./store.js";

const MOST = 50;

const seenUpTo = keptMap("seen");

const keyOf = (who, message) => [who, message.channel, isReply(message) ? threadOf(message) : ""].join(" ");

const isOpen = (ui, message) => message.channel === ui.at
    && (isReply(message) ? threadOf(message) === ui.thread : ui.view === "messages" || !ui.at.startsWith("D"));

const time = (message) => Number(message.body.ts);

function ofOthers(ui) {
  return placesOf(ui.as).flatMap((place) => visible(place.id, ui.as))
      .filter((message) => !message.deleted && message.body.user !== ui.as);
}

const isNew = (ui, message) => !isOpen(ui, message)
    && time(message) > (seenUpTo.get(keyOf(ui.as, message)) ?? seenUpTo.get(ui.as));

/* What was there when a person came is none of it. */
function remember(ui, messages) {
  if (!seenUpTo.has(ui.as)) {
    seenUpTo.set(ui.as, messages.reduce((latest, message) => Math.max(latest, time(message) || 0), 0));
  }
  const seen = new Map();
  messages.filter((message) => isOpen(ui, message)).forEach((message) => {
    const key = keyOf(ui.as, message);
    seen.set(key, Math.max(seen.get(key) ?? 0, time(message)));
  });
  seen.forEach((latest, key) => seenUpTo.set(key, latest));
}

/* The newest first. */
export function useUnread(ui) {
  const {change} = useKnown();
  const messages = useMemo(() => ofOthers(ui), [change, known.messages, ui.as]);
  useEffect(() => remember(ui, messages), [messages, ui.at, ui.thread, ui.view]);
  return messages.filter((message) => isNew(ui, message)).sort((one, other) => time(other) - time(one)).slice(0, MOST);
}
