/** Whether a table holds together, and decides its cases as expected. */
package dev.transportadvisor.decision.check;
