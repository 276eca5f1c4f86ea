package com.example.slackbot.feature.privatesystems;

import java.util.List;

/** {@code status APP}: what Argo CD says of an application. */
final class ArgoCdStatus implements Operation {
    private final ArgoCd argoCd;

    ArgoCdStatus(ArgoCd argoCd) {
        this.argoCd = argoCd;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "status APP";
    }

    @Override
    public boolean accepts(List<String> words) {
        return words.size() == 1 && ArgoCd.isName(words.get(0));
    }

    @Override
    public String show(List<String> words) throws SystemTrouble {
        ArgoCd.Application found = argoCd.application(words.get(0));
        return found.name() + ": " + found.sync() + ", " + found.health()
                + (found.revision().isEmpty() ? "" : ", revision " + found.revision())
                + (found.phase().isEmpty() ? "" : "\nLast operation: " + found.phase() + " " + found.message());
    }
}
