/** Findings of lint, and what is said about fixes and baselines. */
package dev.transportadvisor.report.finding;
