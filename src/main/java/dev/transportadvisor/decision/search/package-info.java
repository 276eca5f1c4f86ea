/** What other answers would lead to: what is still possible, what would change it. */
package dev.transportadvisor.decision.search;
