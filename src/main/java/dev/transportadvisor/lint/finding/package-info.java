/** What is wrong with a manifest, in words, and what would put it right. */
package dev.transportadvisor.lint.finding;
