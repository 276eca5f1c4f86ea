/**
 * Text with positions: reads YAML and JSON files into one tree of {@link
 * dev.transportadvisor.source.Node}s, each key and value with the span it has in its file. Input is
 * hostile until it has passed through here.
 */
package dev.transportadvisor.source;
