package com.example.slackbot.feature.argocd;

import com.example.slackbot.feature.privatesystems.Change;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.example.slackbot.feature.privatesystems.Watch;
import java.util.List;

/**
 * {@code sync APP}: brings an application to what its repository says, and waits a while for the outcome. What was
 * shown is what is synced to, whatever the repository says by then. Only an application that Argo CD syncs by itself
 * goes to what is newest: there Argo CD refuses any other revision.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/">Automated sync</a>
 */
record ArgoCdSync(ArgoCd argoCd, Watch watch) implements Change {
    static final String NAME = "sync";

    @Override
    public String usage() {
        return NAME + " APP";
    }

    @Override
    public boolean accepts(List<String> words) {
        return ArgoCd.accepts(words);
    }

    @Override
    public Offer offer(List<String> words) throws SystemTrouble {
        ArgoCd.Application found = argoCd.application(words.get(0));
        String revision = found.isAutomated() ? "" : found.revision();
        return new Offer("Sync " + found.name() + ", which is " + found.sync() + " and " + found.health() + ", to "
                + (revision.isEmpty() ? "what is newest by then" : "revision " + revision) + ", in namespace "
                + found.namespace() + " of " + found.cluster() + ". Nothing is pruned."
                + (found.isBusy() ? " Argo CD is at work on it at the moment." : ""), revision);
    }

    @Override
    public String carryOut(List<String> words, String pin, String by) throws SystemTrouble {
        String name = words.get(0);
        argoCd.sync(name, pin);
        return watch.until(() -> outcome(name))
                .orElse("The sync of " + name + " has begun and is not finished yet; `status " + name + "` tells.");
    }

    private String outcome(String name) throws SystemTrouble {
        ArgoCd.Application found = argoCd.application(name);
        return found.isBusy() ? null : "The sync of " + name + " ended: " + found.phase() + " " + found.message();
    }
}
