package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Advice;
import dev.transportadvisor.drill.advice.Cause;
import java.util.List;
import java.util.Set;

/**
 * One thing that a bot must be able to do.
 *
 * @param id in kebab case; also the name of its file
 * @param order its place in the drill, from the lowest number on; scenarios that end the bot come last
 * @param summary what is shown, as a sentence about the bot
 * @param advice what to do about a bot that fails
 * @param knows the causes of which its own advice says more than the general one
 * @param transports where it makes sense
 * @param replicas how many processes of the bot it needs at least
 * @param beside whether it mostly waits, and is played beside the others with a bot of its own
 * @param timeScale how much faster than Slack's the retries of the local Slack come
 */
public record Scenario(
        String id,
        int order,
        String summary,
        Advice advice,
        Set<Cause> knows,
        Set<Transport> transports,
        int replicas,
        boolean beside,
        int timeScale,
        List<Part> steps) {

    /** A step, and the transports that it is for. */
    record Part(StepKind kind, Step step, Set<Transport> transports) {}

    /** Whether it is about an app that others install. */
    public boolean isAboutInstallations() {
        return steps.stream().anyMatch(part -> part.kind().name().equals(InstallationSteps.INSTALL));
    }

    /** The steps for a transport. */
    List<Part> steps(Transport transport) {
        return steps.stream()
                .filter(part -> part.transports().contains(transport))
                .toList();
    }
}
