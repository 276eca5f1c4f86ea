package com.example.slackbot.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's port: health with both transports, Slack's requests with one of them. It is the JDK's own server, which
 * starts in a fifth of the time that Jetty takes, on which Bolt's stands. It speaks plain HTTP: Slack wants HTTPS, so
 * that a proxy stands in front anyway.
 */
public final class HttpServer {
    public static final int OK = 200;
    public static final int NOT_FOUND = 404;
    public static final int INTERNAL_SERVER_ERROR = 500;
    public static final int SERVICE_UNAVAILABLE = 503;

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final long STOP_TIMEOUT_SECONDS = 3;
    private static final int NO_BODY = -1; // as the JDK's server has it

    /** Requests read side by side: one that somebody begins and does not end holds a thread until it is cut. */
    static final int READERS = 500;

    /** Slack's requests at work side by side: a listener that blocks holds up neither the others nor health. */
    private static final int WORKERS = 60;

    static {
        // Slack gives up after three seconds; a request that is not there by then is cut.
        System.setProperty("sun.net.httpserver.maxReqTime", "3");
        // An answer goes out in two pieces; the second must not wait until the first one is acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final InetSocketAddress address;
    private final com.sun.net.httpserver.HttpServer server;

    /** Makes do with a few threads while nothing blocks; a ThreadPoolExecutor would wake up all of them in turn. */
    private final ForkJoinPool readers = new ForkJoinPool(READERS);

    private final ForkJoinPool workers = new ForkJoinPool(WORKERS);

    public HttpServer(InetSocketAddress address, Readiness readiness) {
        this.address = address;
        try {
            server = com.sun.net.httpserver.HttpServer.create();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(readers);
        mount("/livez", health(() -> true, () -> "{\"alive\":true}"));
        mount("/readyz", health(readiness::isReady, readiness::toJson));
    }

    /** Adds a route that is answered at once, or by few at a time. Call it before {@link #start}. */
    public void mount(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            boolean isThere = exchange.getRequestURI().getPath().equals(path);
            handle(exchange, isThere ? handler : other -> answer(other, NOT_FOUND, ""));
        });
    }

    /** Goes on with a request that has been read, where it may take time. */
    void leave(HttpExchange exchange, HttpHandler handler) {
        workers.execute(() -> handle(exchange, handler));
    }

    private static void handle(HttpExchange exchange, HttpHandler handler) {
        try {
            try {
                handler.handle(exchange);
            } catch (RuntimeException e) {
                LOG.error("A request failed", e);
                answer(exchange, INTERNAL_SERVER_ERROR, "");
            }
        } catch (IOException e) { // whoever asked is gone
            exchange.close();
        }
    }

    /** @throws StartupException when the port cannot be had */
    void start() throws StartupException {
        try {
            server.bind(address, 0);
        } catch (IOException e) {
            throw StartupException.failed("PORT " + address.getPort() + " cannot be used: another process may listen"
                    + " there, or the system forbids it. Set PORT to another one.");
        }
        server.start();
    }

    /** The port in use, also when any free one was asked for. */
    int port() {
        return server.getAddress().getPort();
    }

    /** Ends requests at work, then lets go of the port. */
    void stop() {
        end(readers);
        end(workers);
        server.stop(0);
    }

    private static void end(ForkJoinPool threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} requests did not end", threads.getActiveThreadCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends an answer, with which the request ends; without a body when it is empty. */
    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean hasBody = bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? bytes.length : NO_BODY);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static HttpHandler health(BooleanSupplier good, Supplier<String> report) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            answer(exchange, good.getAsBoolean() ? OK : SERVICE_UNAVAILABLE, report.get() + "\n");
        };
    }
}
