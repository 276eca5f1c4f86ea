/** The answers file: reading it, and editing its text so that the rest stays as it is. */
package dev.transportadvisor.decision.answers;
