/** What a check has to say about a place in a file, in SARIF's words. */
package dev.transportadvisor.diagnostic;
