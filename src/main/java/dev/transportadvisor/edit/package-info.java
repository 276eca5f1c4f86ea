/** Edits of YAML and JSON that keep the rest of the text byte for byte. */
package dev.transportadvisor.edit;
