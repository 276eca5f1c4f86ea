/** What is fixed: the one workspace with its app, user and tokens, and Slack's numbers with their sources. */
package dev.transportadvisor.simulator.slack;
