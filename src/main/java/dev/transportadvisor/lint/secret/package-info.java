/** Secrets in a text: what they look like, where they stand, and the text without them. */
package dev.transportadvisor.lint.secret;
