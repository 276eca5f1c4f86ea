package dev.transportadvisor.simulator.http;

import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.ThreadTrouble;
import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.net.BindException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** HTTP and WebSocket on loopback. Beside the connections themselves, nothing else knows Jetty. */
public final class LocalServer implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    /** Where WebSockets are opened. */
    public static final String SOCKET_PATH = "/link";

    private static final long UNLIMITED = -1;
    private static final int UNAUTHORIZED = 401;

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param port 0 for a free one
     * @param endpoint answers requests; it must not block
     * @param sockets the other end of a new WebSocket, or nothing if the request is refused
     * @throws InputException if something else listens there
     */
    public LocalServer(
            int port,
            Function<WebRequest, CompletionStage<WebReply>> endpoint,
            Function<WebRequest, ? extends Optional<? extends Session.Listener>> sockets) {
        server = new Server(threads());
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(new Refusal());
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> configure(container, sockets)));
        SizeLimitHandler limit = new SizeLimitHandler(Limits.BODY_BYTES, UNLIMITED);
        limit.setHandler(new Adapter(endpoint));
        ((Handler.Singleton) server.getHandler()).setHandler(limit);
        start(port);
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Where a path is on a port of this machine. */
    public static String url(int port, String path) {
        return "http://" + HOST + ":" + port + path;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The local server does not stop", e);
        }
    }

    private void start(int port) {
        try {
            server.start();
        } catch (IOException e) {
            close();
            if (e.getCause() instanceof BindException || e instanceof BindException) {
                // The reason is not to be had otherwise; it is the system's own word, in English.
                String trouble = String.valueOf(e.getMessage() + e.getCause()).contains("Permission denied")
                        ? " is not allowed to this user."
                        : " is taken by another program.";
                throw new InputException("Port " + port + trouble + " Choose another one, or 0 for a free one.");
            }
            throw new IllegalStateException(e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The local server does not start", e);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool() {
            @Override
            protected void runJob(Runnable job) {
                try {
                    super.runJob(job);
                } catch (Error e) {
                    ThreadTrouble.tell(e);
                }
            }
        };
        threads.setName("simulator");
        threads.setDaemon(true);
        return threads;
    }

    private static void configure(
            ServerWebSocketContainer container,
            Function<WebRequest, ? extends Optional<? extends Session.Listener>> sockets) {
        container.setIdleTimeout(Duration.ZERO); // a quiet socket is a good one
        container.setMaxTextMessageSize(Limits.ANSWER_BYTES);
        container.addMapping(SOCKET_PATH, (request, response, callback) -> {
            Optional<? extends Session.Listener> connection = sockets.apply(read(request, new byte[0]));
            if (connection.isEmpty()) {
                Response.writeError(request, response, callback, UNAUTHORIZED);
            }
            return connection.orElse(null);
        });
    }

    private static WebRequest read(Request request, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaders()
                .forEach(field -> headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
        String query = request.getHttpURI().getQuery();
        return new WebRequest(
                request.getMethod(), Request.getPathInContext(request), query == null ? "" : query, headers, body);
    }

    /** What Jetty refuses by itself, in JSON as our own refusals. */
    private static final class Refusal extends ErrorHandler {

        /** Jetty leaves out what it says to those who neither get nor post. */
        @Override
        public boolean errorPageForMethod(String method) {
            return true;
        }

        @Override
        protected void generateResponse(
                Request request, Response response, int status, String message, Throwable cause, Callback callback) {
            Adapter.write(WebReply.json(status, JsonTree.object().put("error", message)), response, callback);
        }
    }

    /** Jetty's requests and responses as our own. */
    private static final class Adapter extends Handler.Abstract {

        private final Function<WebRequest, CompletionStage<WebReply>> endpoint;

        Adapter(Function<WebRequest, CompletionStage<WebReply>> endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            // No thread waits for a body: some hundred slow clients would leave none for the others.
            Promise.Completable<ByteBuffer> content = new Promise.Completable<>();
            content.thenCompose(body -> endpoint.apply(read(request, BufferUtil.toArray(body))))
                    .whenComplete((reply, failure) -> {
                        if (failure != null) {
                            ThreadTrouble.tell(failure);
                            callback.failed(failure instanceof CompletionException ? failure.getCause() : failure);
                        } else {
                            write(reply, response, callback);
                        }
                    });
            Content.Source.asByteBuffer(request, content);
            return true;
        }

        private static void write(WebReply reply, Response response, Callback callback) {
            response.setStatus(reply.status());
            // A browser is to take what a bot has written for what it is said to be, never for a script or a page.
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            reply.headers().forEach(response.getHeaders()::put);
            response.write(true, ByteBuffer.wrap(reply.body()), callback);
        }
    }
}
