package com.example.slackbot.feature.privatesystems;

import java.time.Duration;
import java.util.List;

/** {@code sync APP}: brings an application to what its repository says, and waits a while for the outcome. */
final class ArgoCdSync implements Change {
    private final ArgoCd argoCd;
    private final Watch watch;

    ArgoCdSync(ArgoCd argoCd, Duration pause) {
        this.argoCd = argoCd;
        this.watch = new Watch(pause);
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String usage() {
        return "sync APP";
    }

    @Override
    public boolean accepts(List<String> words) {
        return words.size() == 1 && ArgoCd.isName(words.get(0));
    }

    @Override
    public String show(List<String> words) throws SystemTrouble {
        ArgoCd.Application found = argoCd.application(words.get(0));
        return "Sync " + found.name() + ", which is " + found.sync() + " and " + found.health() + ", in namespace "
                + found.namespace() + " of " + found.cluster() + ". Nothing is pruned."
                + (found.isBusy() ? " Argo CD is at work on it at the moment." : "");
    }

    @Override
    public String carryOut(List<String> words, String by) throws SystemTrouble {
        String name = words.get(0);
        argoCd.sync(name);
        return watch.until(() -> outcome(name))
                .orElse("The sync of " + name + " has begun and is not finished yet; `status " + name + "` tells.");
    }

    private String outcome(String name) throws SystemTrouble {
        ArgoCd.Application found = argoCd.application(name);
        return found.isBusy() ? null : "The sync of " + name + " ended: " + found.phase() + " " + found.message();
    }
}
