// region inbox
import { Inbox } from './feature/inbox/inbox.js';
// endregion
// region lambda
import { BotFunction } from './feature/lambda/bot-function.js';
// endregion
// region metrics
import { Metrics } from './feature/metrics/metrics.js';
// endregion
// region private-systems
import { Desk } from './feature/private-systems/desk.js';
import { InMemoryPendingRequests } from './feature/private-systems/pending-requests.js';
// endregion
// region inbox private-systems
import { StoredPendingRequests } from './feature/private-systems/stored-pending-requests.js';
// endregion
// region private-systems
import { COMMAND } from './listeners/commands/index.js';
// endregion
import { registerListeners } from './listeners/index.js';
import { EventsApiTransport } from './runtime/events-api-transport.js';
import { HttpServer } from './runtime/http-server.js';
import { OncePerDelivery } from './runtime/once-per-delivery.js';
import { Readiness } from './runtime/readiness.js';
import { Service } from './runtime/service.js';
import { SlackApp } from './runtime/slack-app.js';
import { SocketModeTransport } from './runtime/socket-mode-transport.js';
import { WorkQueue } from './runtime/work-queue.js';

// region lambda
/** @import {Invoker} from './feature/lambda/self-invoker.js' */
// endregion
// region private-systems
/** @import {PendingRequests} from './feature/private-systems/pending-requests.js' */
// endregion
/** @import {Deliver} from './runtime/delivery.js' */
/** @import {Work} from './runtime/service.js' */
/** @import {Settings} from './settings.js' */

export const NAME = 'example-slack-bot';

/** @param {Settings} settings */
export function createBot(settings) {
  return new Service(NAME, partsOf(settings));
}

// region lambda
/** @param {Settings} settings @param {Invoker} invoker */
export function createFunction(settings, invoker) {
  return new BotFunction(partsOf({ ...settings, address: { host: '127.0.0.1', port: 0 } }), invoker);
}

// endregion
/**
 * The parts put together.
 *
 * @param {Settings} settings
 */
function partsOf(settings) {
  const readiness = new Readiness(settings.transport);
  const http = new HttpServer(settings.address, readiness);
  let slack = new SlackApp(settings.botToken, settings.apiUrl);
  // region workspaces
  if (settings.workspaces !== undefined) {
    slack = settings.workspaces.app(settings.database, http, settings.apiUrl);
  }
  // endregion
  // region private-systems
  /** @type {PendingRequests} */
  let pending = new InMemoryPendingRequests();
  // endregion
  // region inbox private-systems
  pending = StoredPendingRequests.in(settings.database, pending);
  // endregion
  // region private-systems
  new Desk(settings.systems, pending, slack.callsFor(settings.botToken)).register(slack.app, COMMAND);
  // endregion
  registerListeners(slack.app);
  const queue = new WorkQueue();
  /** @type {Work} */
  let work = queue;
  /** @type {Deliver} what every payload passes first, from the last line here to the first */
  let deliver = (delivery) => slack.handle(delivery);
  // region inbox
  const inbox = new Inbox(settings.database, readiness, deliver);
  // endregion
  deliver = queue.deliver(deliver);
  deliver = new OncePerDelivery().deliver(deliver);
  // region inbox
  work = inbox;
  deliver = inbox.deliver();
  // endregion
  // region metrics
  deliver = new Metrics(http, readiness, work).deliver(deliver);
  // endregion
  const transport =
    settings.transport === 'socket-mode'
      ? new SocketModeTransport(slack.callsFor(settings.appToken), readiness, deliver)
      : new EventsApiTransport(settings.signingSecret, readiness, http, deliver);
  return {
    readiness,
    http,
    slack,
    transport,
    work,
    // region lambda
    inbox,
    // endregion
  };
}
