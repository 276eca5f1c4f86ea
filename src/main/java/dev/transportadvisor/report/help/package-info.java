/** The topics of the reference: how they are written, and how a terminal shows them. */
package dev.transportadvisor.report.help;
