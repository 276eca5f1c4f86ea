/** {@code drill}: what is prepared for a drill, and how it is told. */
package dev.transportadvisor.cli.drill;
