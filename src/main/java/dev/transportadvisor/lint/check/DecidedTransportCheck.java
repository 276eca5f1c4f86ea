package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the manifest asks for the transport that was decided on. Without a decision there is nothing to find.
 *
 * @param transports how a manifest asks for each
 * @param at the value to point at, or the nearest around it
 */
record DecidedTransportCheck(List<Transport> transports, FieldPath at) implements Check {

    /**
     * A transport.
     *
     * @param id as a decision names it
     * @param needs what holds in a manifest that asks for it; all of it
     * @param message what is wrong if it does not
     */
    record Transport(String id, List<FieldTest> needs, String message) {}

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        Field place = at.nearest(document);
        return transports.stream()
                .filter(transport -> subject.decision().filter(transport.id::equals).isPresent())
                .filter(transport -> Truth.ofAll(transport.needs.stream()
                                .map(need -> need.of(document, document))
                                .toList())
                        == Truth.NO)
                .map(transport -> Finding.at(place, transport.message));
    }
}
