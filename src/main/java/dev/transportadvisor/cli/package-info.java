/** The command line: one class per command, and the only place where anything is printed or written. */
package dev.transportadvisor.cli;
