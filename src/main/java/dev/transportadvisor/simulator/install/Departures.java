package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.delivery.Departure;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes the app and its tokens away from where it is installed, and tells the app so. */
public final class Departures {

    private final Installations installations;
    private final Consumer<Payload> courier;
    private final AtomicInteger turn = new AtomicInteger();

    public Departures(Installations installations, Consumer<Payload> courier) {
        this.installations = installations;
        this.courier = courier;
    }

    public Installations installations() {
        return installations;
    }

    /** Removes it from a workspace or the organization; its two events come in one order, the next time otherwise. */
    public void uninstall(String where) {
        Payload revoked = tokensRevoked(where, installations.uninstall(where));
        Payload uninstalled = Departure.appUninstalled(where);
        boolean isFirst = turn.getAndIncrement() % 2 == 0;
        courier.accept(isFirst ? uninstalled : revoked);
        courier.accept(isFirst ? revoked : uninstalled);
    }

    /** Ends the tokens of the bot or of one person in an installation, which stays. */
    public void revoke(Bearer whose) {
        installations.revoke(whose);
        courier.accept(tokensRevoked(whose.where(), List.of(whose)));
    }

    private static Payload tokensRevoked(String where, List<Bearer> tokens) {
        return Departure.tokensRevoked(where, users(tokens, TokenKind.USER), users(tokens, TokenKind.BOT));
    }

    private static Set<String> users(List<Bearer> tokens, TokenKind kind) {
        return tokens.stream()
                .filter(token -> token.kind() == kind)
                .map(Bearer::user)
                .collect(Collectors.toSet());
    }
}
