/** @import {ReceiverEvent} from '@slack/bolt' */

/**
 * What Slack has delivered, as Bolt takes it, and the text as Slack sent it: JSON or a form. Over HTTP it has a
 * signature, which no other delivery has.
 *
 * @typedef {ReceiverEvent & {text: string, signature?: string}} Delivery
 */

/**
 * Takes a delivery; its promise is fulfilled when all that listeners do for it is done.
 *
 * @typedef {(delivery: Delivery) => Promise<void>} Deliver
 */

/** The bot has no room for a delivery, or is going down: it is not acknowledged, so that Slack sends an event again. */
export class Refused extends Error {}

/**
 * The payload in a text that Slack has sent; nothing if there is none.
 *
 * @param {string} text
 * @returns {Record<string, any> | undefined}
 */
export function payloadOf(text) {
  if (text.startsWith('{')) {
    return parsed(text);
  }
  const form = Object.fromEntries(new URLSearchParams(text));
  if (form.payload !== undefined) {
    return parsed(form.payload);
  }
  return form.command === undefined && form.ssl_check === undefined ? undefined : form;
}

/** @param {string} json */
function parsed(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether it is an event, which waits for nothing but the acknowledgement. What a custom function's is answered with is
 * up to its listener, as with commands and clicks.
 *
 * @param {Delivery} delivery
 */
export function isEvent({ body }) {
  return body.type === 'event_callback' && body.event?.type !== 'function_executed';
}

/**
 * An event is told by its id, which stays the same in Slack's retries. Any other request over HTTP is told by its
 * signature: the same signature again is a replay.
 *
 * @param {Delivery} delivery
 * @returns {string | undefined}
 */
export function deliveryId({ body, signature }) {
  return body.type === 'event_callback' ? body.event_id : signature;
}

/**
 * The same delivery, and whether it has been acknowledged.
 *
 * @param {Delivery} delivery
 * @param {() => void} [acknowledged] called when it is
 * @returns {{delivery: Delivery, isAcknowledged: () => boolean}}
 */
export function watched(delivery, acknowledged = () => {}) {
  let isAcknowledged = false;
  return {
    delivery: {
      ...delivery,
      ack: async (response) => {
        await delivery.ack(response);
        if (!isAcknowledged) {
          isAcknowledged = true;
          acknowledged();
        }
      },
    },
    isAcknowledged: () => isAcknowledged,
  };
}
