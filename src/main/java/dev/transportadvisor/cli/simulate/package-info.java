/** {@code simulate}: a local Slack until Ctrl-C. */
package dev.transportadvisor.cli.simulate;
