/** {@code scaffold}: a bot for the transport that was chosen. */
package dev.transportadvisor.cli.scaffold;
