/** {@code rules}: what is known, and whether it holds together. */
package dev.transportadvisor.cli.rules;
