package com.example.slackbot;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's port: health with both transports, Slack's requests with one of them. */
final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final long STOP_TIMEOUT_MILLIS = 3_000;
    private static final long IDLE_CONNECTION_MILLIS = 50; // how long a stop waits for a connection without a request

    private final Server server = new Server();
    private final ServletContextHandler context = new ServletContextHandler();
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
        server.setHandler(new GracefulHandler(context));
        server.setStopTimeout(STOP_TIMEOUT_MILLIS);
        context.addServlet(new ServletHolder(new Health(() -> true, () -> "{\"alive\":true}")), "/livez");
        context.addServlet(new ServletHolder(new Health(readiness::isReady, readiness::toJson)), "/readyz");
    }

    /** Adds a route. Call it before {@link #start}. */
    void mount(String path, Filter filter, Servlet servlet) {
        context.addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(servlet), path);
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

    private static final class Health extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient BooleanSupplier good;
        private final transient Supplier<String> report;

        Health(BooleanSupplier good, Supplier<String> report) {
            this.good = good;
            this.report = report;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(
                    good.getAsBoolean() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType("application/json");
            response.getWriter().println(report.get());
        }
    }
}
