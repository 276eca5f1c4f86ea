/**
 * Opinions about app manifests. A rule is a small file under {@code rules/manifest} whose name is its id: what is
 * wrong, why, what to do, the source, and the kind of {@link dev.transportadvisor.lint.check.Check} that finds it with
 * the parameters of that kind. The kinds are a closed set; a rule that fits none needs a new kind there.
 */
package dev.transportadvisor.lint;
