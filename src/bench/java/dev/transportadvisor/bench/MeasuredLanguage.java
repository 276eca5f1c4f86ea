package dev.transportadvisor.bench;

import dev.transportadvisor.drill.BotProject;
import dev.transportadvisor.scaffold.Bots;
import dev.transportadvisor.scaffold.GeneratedFile;
import dev.transportadvisor.scaffold.ProjectSpec;
import dev.transportadvisor.scaffold.ProjectWriter;
import dev.transportadvisor.testing.BoltForJavaScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Bots of one language: Slack's framework as it comes, and the scaffolded bot with the same listener, which is added as
 * its README.md says.
 */
enum MeasuredLanguage {
    JAVA(
            "java",
            BoltForJava::install,
            new MeasuredBot("Bolt for Java", BoltForJava.FOLDER, BoltForJava.START, Map.of()),
            List.of(
                    new Addition(
                            "src/main/java/com/example/benchbot/Listeners.java",
                            "        app.event(AppMentionEvent.class, this::onMention);\n",
                            """
                                    app.event(com.slack.api.model.event.MessageEvent.class, (payload, context) -> {
                                        if (payload.getEvent().getText().equals("slow")) {
                                            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                                        }
                                        return context.ack();
                                    });
                            """),
                    new Addition(
                            "src/test/java/com/example/benchbot/Rehearsal.java",
                            "            running.delivery.event(Payloads.mention(\"hello\"));\n",
                            """
                                        running.delivery.event(Payloads.event(\"\"\"
                                            {"type":"message","user":"U1","text":"quick","ts":"1.1"}\"\"\"));
                            """))),
    JAVASCRIPT(
            "javascript",
            BoltForJavaScript::install,
            new MeasuredBot("Bolt for JavaScript", BoltForJavaScript.FOLDER, List.of("node", "bench.js"), Map.of()),
            List.of(new Addition(
                    "listeners/events/index.js",
                    "  app.event('app_mention', replyToMention);\n",
                    """
                      app.event('message', async ({ event }) => {
                        if ('text' in event && event.text === 'slow') {
                          await new Promise((resume) => setTimeout(resume, 50));
                        }
                      });
                    """))),
    PYTHON(
            "python",
            BoltForPython::install,
            new MeasuredBot("Bolt for Python", BoltForPython.FOLDER, BoltForPython.START, Map.of()),
            List.of(new Addition(
                    "bench_bot/listeners/__init__.py",
                    "    button.register(app, work)\n",
                    """

                        @app.event("message")
                        def on_message(event: dict) -> None:
                            if event["text"] == "slow":
                                import time

                                time.sleep(0.05)
                    """)));

    /** Where the scaffolded bots lie. */
    static final Path FOLDER = Path.of("target/bots").toAbsolutePath();

    /** What is written behind a place of a file. */
    private record Addition(String path, String place, String text) {

        void addTo(Path folder) throws IOException {
            Path file = folder.resolve(path);
            String before = Files.readString(file);
            if (!before.contains(place)) {
                throw new IllegalStateException("There is no place for a line in " + file);
            }
            Files.writeString(file, before.replace(place, place + text));
        }
    }

    private final String template;
    private final Callable<Optional<String>> stockInstallation;
    private final MeasuredBot stock;
    private final List<Addition> listener;

    MeasuredLanguage(
            String template,
            Callable<Optional<String>> stockInstallation,
            MeasuredBot stock,
            List<Addition> listener) {
        this.template = template;
        this.stockInstallation = stockInstallation;
        this.stock = stock;
        this.listener = listener;
    }

    /** The id of its template. */
    String template() {
        return template;
    }

    /** What this machine lacks for it; empty if its bots can run. */
    Optional<String> missing() throws Exception {
        return stockInstallation.call();
    }

    /** Slack's framework as it comes. */
    MeasuredBot stock() {
        return stock;
    }

    /** A bot as users get it, built, in a folder of its own. */
    Path scaffold(String name, Set<String> features) throws Exception {
        Path folder = FOLDER.resolve(template).resolve(name);
        ProjectSpec spec = new ProjectSpec("bench-bot", "com.example.benchbot", "Is measured", "To be measured.", 1);
        List<GeneratedFile> files = Bots.with(Bots.template(template), spec, "socket-mode", features);
        ProjectWriter.write(ProjectWriter.plan(folder, files));
        for (Addition addition : listener) {
            addition.addTo(folder);
        }
        new BotProject(folder).build();
        return folder;
    }
}
