package dev.transportadvisor.diagnostic;

/**
 * What is known about a rule apart from where it was broken.
 *
 * @param id stable, in kebab case
 * @param severity how bad a finding is, unless the finding says otherwise
 * @param summary one sentence
 * @param why what goes wrong when the rule is broken; empty where the summary says it all
 * @param remedy what to do about a finding
 * @param source where it can be read up; empty for what this program defines itself
 */
public record RuleDescriptor(
        String id, Severity severity, String summary, String why, String remedy, String source) {

    public RuleDescriptor(String id, Severity severity, String summary, String remedy) {
        this(id, severity, summary, "", remedy, "");
    }
}
