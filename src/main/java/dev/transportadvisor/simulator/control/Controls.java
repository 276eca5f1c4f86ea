package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.socket.DisconnectReason;
import dev.transportadvisor.simulator.web.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What a script or the page can ask for, by the name of its endpoint. */
final class Controls {

    /** What can be done to a connection: Slack's own reasons, and what Slack would not say. */
    private static final Map<String, Consumer<Connection>> CONNECTION_FAULTS = new LinkedHashMap<>();

    static {
        for (DisconnectReason reason : DisconnectReason.values()) {
            CONNECTION_FAULTS.put(reason.word(), connection -> connection.disconnect(reason));
        }
        CONNECTION_FAULTS.put("silent", Connection::goSilent);
        CONNECTION_FAULTS.put("cut", Connection::cut);
    }

    private enum CallFault {
        RATE_LIMITED,
        DELAYED,
        REFUSED,
        BROKEN
    }

    private enum Check {
        CHALLENGE,
        SSL_CHECK
    }

    private final LocalSlack slack;
    private final Map<String, Function<Instruction, ObjectNode>> byName;

    Controls(LocalSlack slack) {
        this.slack = slack;
        PeopleControls people = new PeopleControls(slack);
        byName = new TreeMap<>(Map.of(
                "events", people::event,
                "commands", people::command,
                "clicks", people::click,
                "interactions", people::interaction));
        byName.put("repeats", body -> ControlJson.delivery(slack.repeat(delivery(body))));
        byName.put("replays", body -> ControlJson.delivery(slack.replay(delivery(body))));
        byName.put("forgeries", this::forge);
        byName.put("checks", this::check);
        byName.put("faults", this::fault);
        byName.put("connections", this::disturb);
        byName.put("transport", this::transport);
        byName.put("installation", this::install);
        byName.put("uninstallations", this::uninstall);
        byName.put("tokens", this::tokens);
        byName.put("recovery", this::recover);
    }

    Map<String, Function<Instruction, ObjectNode>> byName() {
        return byName;
    }

    private ObjectNode forge(Instruction instruction) {
        instruction.allowing("forgery");
        Forgery forgery = instruction.choice("forgery", Forgery.class);
        return ControlJson.delivery(slack.forge(Payloads.appMention("forged"), forgery));
    }

    private ObjectNode check(Instruction instruction) {
        instruction.allowing("check");
        return ControlJson.delivery(
                switch (instruction.choice("check", Check.class)) {
                    case CHALLENGE -> slack.challenge();
                    case SSL_CHECK -> slack.sslCheck();
                });
    }

    private ObjectNode fault(Instruction instruction) {
        instruction.allowing("method", "fault", "seconds", "error", "status", "times", "for_seconds");
        String method = instruction.required("method");
        int seconds = instruction.count("seconds", 1);
        Fault fault =
                switch (instruction.choice("fault", CallFault.class)) {
                    case RATE_LIMITED -> new Fault.RateLimited(Duration.ofSeconds(seconds));
                    case DELAYED -> new Fault.Delayed(Duration.ofSeconds(seconds));
                    case REFUSED -> new Fault.Refused(instruction.text("error").orElse("internal_error"));
                    case BROKEN -> new Fault.Broken(instruction.errorStatus("status", 503));
                };
        if (instruction.body().has("for_seconds")) {
            slack.faults().during(Duration.ofSeconds(instruction.count("for_seconds", 1)), method, fault);
        } else {
            slack.faults().next(instruction.count("times", 1), method, fault);
        }
        return JsonTree.object().put("ok", true);
    }

    private ObjectNode disturb(Instruction instruction) {
        String id = instruction.allowing("id", "fault").required("id");
        Connection connection = slack.connections().stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Instruction.Unclear("There is no connection '" + id + "'."));
        instruction.choice("fault", CONNECTION_FAULTS).accept(connection);
        return ControlJson.connection(connection);
    }

    /** Socket Mode, unless there is a request URL. */
    private ObjectNode transport(Instruction instruction) {
        instruction.allowing("request_url");
        try {
            instruction.text("request_url").map(URI::create).ifPresentOrElse(slack::useEventsApi, slack::useSocketMode);
        } catch (IllegalArgumentException e) {
            throw new Instruction.Unclear("'request_url' is to be an HTTP URL of this machine.");
        }
        return ControlJson.state(slack);
    }

    private ObjectNode install(Instruction instruction) {
        slack.install(instruction.allowing("in").choice("in", Installation.class));
        return ControlJson.state(slack);
    }

    private ObjectNode uninstall(Instruction instruction) {
        String where = instruction.allowing("in").required("in");
        if (!slack.departures().installations().all().contains(where)) {
            throw new Instruction.Unclear("The app is not installed in '" + where + "' by OAuth. It is in: "
                    + String.join(", ", slack.departures().installations().all()) + ".");
        }
        slack.departures().uninstall(where);
        return ControlJson.state(slack);
    }

    /** How long those are good that are given out from now on. */
    private ObjectNode tokens(Instruction instruction) {
        int seconds = instruction.allowing("seconds").count("seconds", (int) Limits.TOKEN_LIFE.toSeconds());
        slack.departures().installations().setTokenLife(Duration.ofSeconds(seconds));
        return ControlJson.state(slack);
    }

    /** Takes back all faults of the Web API, and switches events on again. */
    private ObjectNode recover(Instruction instruction) {
        instruction.allowing();
        slack.faults().clear();
        slack.enableEvents();
        return ControlJson.state(slack);
    }

    private Delivery delivery(Instruction instruction) {
        String id = instruction.allowing("id").required("id");
        return slack.delivery(id).orElseThrow(() -> new Instruction.Unclear("There is no delivery '" + id + "'."));
    }
}
