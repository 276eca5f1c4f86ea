/**
 * Slack app manifests as something to ask, what stands where, and to edit without a trace elsewhere. Opinions about
 * them are in {@code lint}.
 */
package dev.transportadvisor.manifest;
