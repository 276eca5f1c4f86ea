package dev.transportadvisor.simulator;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.socket_mode.SocketModeClient;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's own framework for Java, as it is, on the local Slack. */
class BoltForJavaTest {

    private static final String MODAL = "{\"type\":\"modal\",\"callback_id\":\"form\",\"blocks\":[],"
            + "\"title\":{\"type\":\"plain_text\",\"text\":\"Form\"}}";

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, ManualTimeline.fromNow());
    private final BoltContract contract = new BoltContract(slack);
    private final App app = app();

    @AfterEach
    void close() {
        app.stop();
        slack.close();
    }

    @Test
    void worksOverSocketMode() throws Exception {
        SocketModeApp socket =
                new SocketModeApp(Identity.APP_TOKEN, SocketModeClient.Backend.JavaWebSocket, app);
        socket.startAsync();
        try {
            Eventually.holds("it connects", () -> !slack.connections().isEmpty());
            contract.holds();
            contract.holdsAfterARefresh();
        } finally {
            socket.close();
        }
    }

    @Test
    void worksOverTheEventsApi() throws Exception {
        app.start();
        try (HttpBot server = new HttpBot(this::handle)) {
            slack.useEventsApi(server.url());
            contract.holds();
            contract.holdsForARequestUrl();
        }
    }

    private App app() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.apiUrl());
        App bolt = new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(Identity.BOT_TOKEN)
                .signingSecret(Identity.SIGNING_SECRET)
                .build());
        bolt.event(AppMentionEvent.class, (payload, context) -> {
            context.say("Hello <@" + payload.getEvent().getUser() + ">");
            return context.ack();
        });
        bolt.command("/hello", (request, context) -> {
            context.client().viewsOpen(view -> view.triggerId(context.getTriggerId()).viewAsString(MODAL));
            return context.ack("Hi " + request.getPayload().getText());
        });
        bolt.blockAction("approve", (request, context) -> {
            context.respond("Approved " + request.getPayload().getActions().get(0).getValue());
            return context.ack();
        });
        bolt.viewSubmission("form", (request, context) -> context.ack(
                ViewSubmissionResponse.builder().responseAction("clear").build()));
        bolt.globalShortcut("start", (request, context) -> context.ack());
        return bolt;
    }

    /** Bolt has no adapter for the JDK's server; this is what its adapters do. */
    private HttpBot.Response handle(HttpBot.Request request) {
        try {
            Response response = app.run(new SlackRequestParser(app.config())
                    .parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri(request.path())
                            .queryString(Map.of())
                            .requestBody(request.body())
                            .headers(new RequestHeaders(request.headers()))
                            .remoteAddress("127.0.0.1")
                            .build()));
            Map<String, String> headers = response.getHeaders().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().get(0)));
            headers.put("Content-Type", response.getContentType());
            String body = response.getBody() == null ? "" : response.getBody();
            return new HttpBot.Response(response.getStatusCode(), headers, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
