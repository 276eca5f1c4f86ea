/** What a project has decided to live with: comments, configuration and baseline. */
package dev.transportadvisor.lint.suppression;
