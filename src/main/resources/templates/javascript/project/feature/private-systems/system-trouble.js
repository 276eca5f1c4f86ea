/** A system did not do what it was asked. The message is one sentence for the person who asked, without any secret. */
export class SystemTrouble extends Error {}
