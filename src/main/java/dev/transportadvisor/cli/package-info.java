/**
 * The command line: a package for each command, {@code command} for what they are made of, {@code console} for what
 * they read from and print to, {@code knowledge} for what they know.
 */
package dev.transportadvisor.cli;
