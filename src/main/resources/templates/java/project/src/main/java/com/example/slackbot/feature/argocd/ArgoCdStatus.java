package com.example.slackbot.feature.argocd;

import com.example.slackbot.feature.privatesystems.Question;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import java.util.List;

/** {@code status APP}: what Argo CD says of an application. */
record ArgoCdStatus(ArgoCd argoCd) implements Question {
    static final String NAME = "status";

    @Override
    public String usage() {
        return NAME + " APP";
    }

    @Override
    public boolean accepts(List<String> words) {
        return ArgoCd.accepts(words);
    }

    @Override
    public String answer(List<String> words) throws SystemTrouble {
        ArgoCd.Application found = argoCd.application(words.get(0));
        return found.name() + ": " + found.sync() + ", " + found.health()
                + (found.revision().isEmpty() ? "" : ", revision " + found.revision())
                + (found.phase().isEmpty() ? "" : "\nLast operation: " + found.phase() + " " + found.message());
    }
}
