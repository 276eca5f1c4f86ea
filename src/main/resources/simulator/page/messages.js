/* The messages of a channel as one person sees them. */
import {known} from "./store.js";

export const threadOf = (message) => message.body.thread_ts ?? message.body.ts;

export const isReply = (message) => Boolean(message.body.thread_ts) && message.body.thread_ts !== message.body.ts;

const byTime = (one, other) => Number(one.body.ts) - Number(other.body.ts);

export const visible = (channel, who) => [...(known.messages.get(channel)?.values() ?? [])]
    .filter((message) => !message.visibleTo || message.visibleTo === who)
    .sort(byTime);

/* The replies of each thread, by the id of its first message. */
export function repliesByThread(messages) {
  const replies = new Map();
  messages.filter((message) => isReply(message) && !message.deleted).forEach((message) =>
    replies.set(threadOf(message), [...(replies.get(threadOf(message)) ?? []), message]));
  return replies;
}
