package dev.transportadvisor.cli.scaffold;

import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.source.SourceFile;

/**
 * What a bot is to be written for, and why.
 *
 * @param answers the file as its owner wrote it
 * @param file what it says
 * @param transport which need not be the recommended one
 */
record Decided(SourceFile answers, AnswersFile file, Evaluation evaluation, Alternative transport) {

    Bot bot() {
        return file.bot();
    }

    boolean isAsRecommended() {
        return evaluation.outcome().recommended().filter(transport::equals).isPresent();
    }
}
