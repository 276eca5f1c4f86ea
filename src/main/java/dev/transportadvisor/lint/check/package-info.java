/** The kinds of checks, and what they are given to look at. */
package dev.transportadvisor.lint.check;
