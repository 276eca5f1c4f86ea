package dev.transportadvisor.lint.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.lint.SmallCatalog;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.source.InputException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that asks for what no check can do is refused with the place. */
class CheckReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: guess}                                   | `guess` is not allowed in `kind`.",
                "{kind: secret}                                  | Missing key `message` in `check`.",
                "{kind: secret, message: x, when: y}             | Unknown key `when` in `check`.",
                "{kind: url, at: /a, hosts: [far], message: x}   | `far` is not allowed in `hosts`.",
                "{kind: event-status, messages: {old: x}}        | Unknown key `old` in `messages`.",
                "{kind: scope-status, messages: {rtm-only: x}}   | Unknown key `rtm-only` in `messages`.",
                "{kind: subset, pairs: [{of: /a}], message: x}   | Unknown key `of` in an entry of `pairs`.",
                "{kind: requires, when: [{is: true}], message: x}              | Missing key `path` in a test.",
                "{kind: requires, when: [{path: /a, is: big}], message: x}     | `big` is not allowed in `is`.",
                "{kind: requires, when: [{path: /a}], message: x}  | A test needs one of `is`, `has` and `lacks`.",
                "{kind: requires, when: [{path: /a, has: '@agent_view.evnts'}], message: x}"
                        + " | There is no list `@agent_view.evnts`.",
                "{kind: requires, replaced: agents, message: x}   | `agents` is not allowed in `replaced`.",
                "{kind: requires, when: [{all: [{path: /a, is: big}]}], message: x} | `big` is not allowed in `is`.",
                "{kind: requires, fix: {add: x, to: /a/*}, message: x}              | A fix takes no `*` in its path.",
                "{kind: decided-transport, transports: [{id: x}]} | Missing key `message` in an entry of `transports`.",
            })
    void refusesWhatNoCheckCanDo(String check, String problem) {
        InputException refusal = assertThrows(
                InputException.class,
                () -> RuleCatalog.read(List.of(SmallCatalog.rule("some-rule", check)), SmallCatalog.FACTS));

        assertEquals(
                List.of(problem),
                refusal.problems().stream()
                        .map(found -> found.message().replaceFirst(" (Did you|Allowed:).*", ""))
                        .toList());
    }
}
