/**
 * A local Slack for bots under test: the Web API, Socket Mode and signed Events API requests, with faults on demand.
 * Nothing listens on or sends to anything but this machine. Schedules can run faster than Slack's; the three seconds
 * that a bot has cannot.
 *
 * <pre>{@code
 * try (SlackSimulator slack = SlackSimulator.start()) {
 *     bot.start(slack.environment()); // it calls apps.connections.open and connects
 *
 *     Delivery mention = slack.deliver(Payloads.appMention("hello"));
 *
 *     assertEquals(Delivery.State.ACKNOWLEDGED, mention.await(Duration.ofSeconds(5)));
 *     List<Journal.Call> replies =
 *             slack.journal().await(call -> call.method().equals("chat.postMessage"), 1, Duration.ofSeconds(5));
 *     assertEquals("Hello!", replies.get(0).arguments().path("text").asString());
 * }
 * }</pre>
 *
 * <p>With {@link dev.transportadvisor.simulator.SlackSimulator#useEventsApi} the same payloads are posted instead.
 * {@link dev.transportadvisor.simulator.SlackSimulator} is the way in;
 * {@link dev.transportadvisor.simulator.slack.Limits} holds Slack's numbers with their sources.
 */
package dev.transportadvisor.simulator;
