/** Where a manifest differs from the fields that Slack describes. */
package dev.transportadvisor.lint.shape;
