package com.example.slackbot.feature.metrics;

import com.example.slackbot.runtime.HttpServer;
import com.example.slackbot.runtime.Readiness;
import com.example.slackbot.runtime.WorkQueue;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.sun.net.httpserver.HttpExchange;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** How the bot is, as Prometheus asks for it. */
public final class Metrics {
    public static final String PATH = "/metrics";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final Counter deliveries;
    private final Histogram answers;

    /** @param http gets one more route */
    public Metrics(HttpServer http, Readiness readiness, WorkQueue work) {
        deliveries = Counter.builder()
                .name("slack_bot_deliveries_total")
                .help("What Slack has delivered, repetitions included")
                .labelNames("kind", "acknowledged")
                .register(registry);
        answers = Histogram.builder()
                .name("slack_bot_answer_seconds")
                .help("From a delivery to its acknowledgement, of which Slack waits for three seconds")
                .classicOnly()
                .classicUpperBounds(0.01, 0.03, 0.1, 0.3, 1, 3)
                .register(registry);
        gauge("slack_bot_ready", "Whether the bot can work", () -> readiness.isReady() ? 1 : 0);
        gauge("slack_bot_sockets", "Sockets that Slack counts for the app", readiness::sockets);
        gauge("slack_bot_work_waiting", "Accepted work that waits for its turn", work::waiting);
        http.mount(PATH, this::answer);
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /** The same, and counted. */
    public Middleware counting(Middleware first) {
        return (request, response, chain) -> {
            long start = System.nanoTime();
            boolean acknowledged = false;
            try {
                Response answer = first.apply(request, response, chain);
                acknowledged = answer.getStatusCode() / 100 == 2;
                return answer;
            } finally {
                answers.observe((System.nanoTime() - start) / 1e9);
                deliveries.labelValues(kind(request), Boolean.toString(acknowledged)).inc();
            }
        };
    }

    private static String kind(Request<?> request) {
        return request.getRequestType().name().toLowerCase(Locale.ROOT);
    }

    private void answer(HttpExchange exchange) throws IOException {
        ExpositionFormatWriter writer = formats.findWriter(exchange.getRequestHeaders().getFirst("Accept"));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, registry.scrape());
        exchange.getResponseHeaders().set("Content-Type", writer.getContentType());
        HttpServer.answer(exchange, HttpServer.OK, text.toString(StandardCharsets.UTF_8));
    }
}
