/** The clock: Slack's schedules, which may run faster than at Slack, and can be moved by hand in a test. */
package dev.transportadvisor.simulator.time;
