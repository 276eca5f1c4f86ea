package dev.transportadvisor.diagnostic;

/**
 * What is known about a rule apart from where it was broken.
 *
 * @param id stable, in kebab case
 * @param summary one sentence
 * @param remedy what to do about a finding
 */
public record RuleDescriptor(String id, Severity severity, String summary, String remedy) {}
