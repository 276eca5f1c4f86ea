/** The Events API: signed requests to the bot's request URL, and Slack's limits on events over HTTP. */
package dev.transportadvisor.simulator.events;
