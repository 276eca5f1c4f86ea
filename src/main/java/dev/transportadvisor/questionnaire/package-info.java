/**
 * The interview: which question comes next, when nothing that is left can change the outcome, and how
 * a question is put to a person. Its questions are the input clauses of the decision table.
 */
package dev.transportadvisor.questionnaire;
