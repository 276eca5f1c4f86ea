/** What kinds of hosts URLs lead to, told from their names alone. */
package dev.transportadvisor.lint.host;
