package com.example.slackbot;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's port: health with both transports, Slack's requests with one of them. */
final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final long STOP_TIMEOUT_MILLIS = 3_000;
    private static final long IDLE_CONNECTION_MILLIS = 50; // how long a stop waits for a connection without a request

    /** Jetty's own numbers; a listener that blocks holds one of the threads. */
    private static final int MOST_THREADS = 200;
    private static final int LEAST_THREADS = 8;
    private static final int IDLE_THREAD_MILLIS = 60_000;

    private final Server server = new Server(threads());
    private final PathMappingsHandler routes = new PathMappingsHandler();
    private final ServerConnector connector;
    private final int port;

    HttpServer(int port, Readiness readiness) {
        this.port = port;
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setPort(port);
        connector.setShutdownIdleTimeout(IDLE_CONNECTION_MILLIS);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(routes));
        server.setStopTimeout(STOP_TIMEOUT_MILLIS);
        mount("/livez", new Health(() -> true, () -> "{\"alive\":true}"));
        mount("/readyz", new Health(readiness::isReady, readiness::toJson));
    }

    /** With the JDK's queue: Jetty's own asks JMX how long a cache line is, which is a tenth of the bot's start. */
    private static QueuedThreadPool threads() {
        return new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
    }

    /** Adds a route. Call it before {@link #start}. */
    void mount(String path, Handler handler) {
        routes.addMapping(new ServletPathSpec(path), handler);
    }

    /** @throws StartupException when the port cannot be had */
    void start() throws StartupException {
        try {
            server.start();
        } catch (IOException e) {
            throw StartupException.failed("PORT " + port + " cannot be used: another process may listen there, or the"
                    + " system forbids it. Set PORT to another one.");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port in use, also when any free one was asked for. */
    int port() {
        return connector.getLocalPort();
    }

    /** Ends requests at work, then lets go of the port. */
    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The web server did not stop cleanly: {}", e.toString());
        }
    }

    private static final class Health extends Handler.Abstract.NonBlocking {
        private final BooleanSupplier good;
        private final Supplier<String> report;

        Health(BooleanSupplier good, Supplier<String> report) {
            this.good = good;
            this.report = report;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(good.getAsBoolean() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            Content.Sink.write(response, true, report.get() + "\n", callback);
            return true;
        }
    }
}
