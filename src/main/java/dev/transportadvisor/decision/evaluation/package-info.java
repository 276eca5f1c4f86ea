/** A table applied to answers: what each criterion is worth, and what that adds up to. */
package dev.transportadvisor.decision.evaluation;
