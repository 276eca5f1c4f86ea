/**
 * The decision table and its evaluation, in DMN's words (input clause, input entry, rule, hit
 * policy) and those of decision analysis (alternative, criterion, exclusion, margin). Everything here
 * is a pure function of a table and answers; nothing knows what the alternatives are.
 */
package dev.transportadvisor.decision;
