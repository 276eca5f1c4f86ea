/** {@code ask}: an interview, and what follows it. */
package dev.transportadvisor.cli.ask;
