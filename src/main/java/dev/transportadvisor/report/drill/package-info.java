/** Drills, and the local Slack that they run on. */
package dev.transportadvisor.report.drill;
