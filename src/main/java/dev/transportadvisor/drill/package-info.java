/**
 * The drill: scenarios, which are data, played against a real bot process on the local Slack, and what came of them. A
 * bot is judged from outside only, by its answers and by its calls to Slack.
 */
package dev.transportadvisor.drill;
