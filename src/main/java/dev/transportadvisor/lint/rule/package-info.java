/** Rules: a check with its words, its source and its examples. */
package dev.transportadvisor.lint.rule;
