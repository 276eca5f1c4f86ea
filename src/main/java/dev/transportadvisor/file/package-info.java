/**
 * Writes a file as a whole or not at all. A package of its own, since everything that writes needs it, and it needs
 * nothing.
 */
package dev.transportadvisor.file;
