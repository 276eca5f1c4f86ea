/** Payloads on their way to the bot, whichever transport takes them: attempts, answers, retries. */
package dev.transportadvisor.simulator.delivery;
