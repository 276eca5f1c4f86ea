/** The decision table, its rows, and answers to its questions: values that are read from YAML and never change. */
package dev.transportadvisor.decision.table;
