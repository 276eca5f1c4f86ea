/** Socket Mode: the WebSockets that the bot opens, and the envelopes that go over them. */
package dev.transportadvisor.simulator.socket;
