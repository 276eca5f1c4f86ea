/** Slack app manifests as something to ask: what stands where. Opinions about them are in {@code lint}. */
package dev.transportadvisor.manifest;
