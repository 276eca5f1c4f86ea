package dev.transportadvisor.cli.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.simulator.web.ManifestError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the local Slack answers to {@code apps.manifest.validate}. */
class ManifestValidatorTest {

    private final ManifestValidator validator =
            new ManifestValidator(new ManifestLinter(Builtin.knowledge().manifestRules(), Optional.empty()));

    @Test
    void aGoodManifestHasNoErrors() {
        assertEquals(List.of(), validator.apply("{\"display_information\":{\"name\":\"deploy-bot\"}}"));
    }

    /** Slack's own example of an answer has this pointer, for the same fault. */
    @Test
    void anErrorPointsToItsPlace() {
        List<ManifestError> errors = validator.apply("{\"display_information\":{\"name\":\"deploy-bot\"},"
                + "\"features\":{\"bot_user\":{\"display_name\":\"deploy-bot\"}},"
                + "\"oauth_config\":{\"scopes\":{\"bot\":[\"app_mentions:read\",\"chat:write\"]}},"
                + "\"settings\":{\"event_subscriptions\":{\"bot_events\":[\"app_mention\"]}}}");
        assertEquals(
                List.of("/settings/event_subscriptions"),
                errors.stream().map(ManifestError::pointer).toList());
    }

    @Test
    void whatIsNoJsonIsAnErrorAsWell() {
        assertEquals(1, validator.apply("{").size());
    }
}
