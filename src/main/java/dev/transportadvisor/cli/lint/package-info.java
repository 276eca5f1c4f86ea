/** {@code lint}: from its options over a plan and a run to a report and an exit status. */
package dev.transportadvisor.cli.lint;
