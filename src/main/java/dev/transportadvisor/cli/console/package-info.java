/** What a command reads from and prints to, and the process that it runs in. */
package dev.transportadvisor.cli.console;
