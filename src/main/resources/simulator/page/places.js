/* Where a person can be: the channels of their workspace, and their conversation with the bot. */
import {botName, isDirect, people, person} from "./people.js";
import {known} from "./store.js";

const teamOf = (channel) => channel.team ?? people().find((one) => one.directChannel === channel.id)?.team;

export const channelsOf = (who) => known.channels
    .filter((channel) => !isDirect(channel.id) && teamOf(channel) === person(who)?.team);

export function placesOf(who) {
  const own = person(who);
  return [
    ...channelsOf(who).map((channel) => ({id: channel.id, label: channel.name})),
    ...(own ? [{id: own.directChannel, label: botName(), isApp: true}] : []),
  ];
}

/* Where somebody is who takes over at a place: the same, if it is theirs as well. */
export function placeOf(who, before) {
  if (isDirect(before)) return person(who).directChannel;
  const own = channelsOf(who);
  return (own.find((channel) => channel.id === before) ?? own[0])?.id ?? before;
}
