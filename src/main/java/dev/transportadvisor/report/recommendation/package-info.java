/** A decision and what follows from it: the interview before, the bot after. */
package dev.transportadvisor.report.recommendation;
