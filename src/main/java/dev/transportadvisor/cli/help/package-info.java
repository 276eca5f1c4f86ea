/** {@code help}: the topics of the reference. */
package dev.transportadvisor.cli.help;
