package dev.transportadvisor.simulator.web;

/**
 * What is wrong with a manifest, as {@code apps.manifest.validate} says it.
 *
 * @param pointer a JSON pointer (RFC 6901) to the place
 */
public record ManifestError(String message, String pointer) {}
