package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.Readiness;
import com.example.slackbot.runtime.StartupException;
import com.example.slackbot.runtime.WorkQueue;
import com.slack.api.bolt.App;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transactional inbox: each delivery is stored before it is acknowledged, and played to its listener by a worker,
 * until that succeeds. A command or a click is played at once as well, for its answer; what its listener hands to the
 * work queue is left to the worker, which plays it again. So a listener must have no effect but through the work queue.
 */
public final class Inbox implements Middleware, WorkQueue {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Slack repeats for up to 24 hours where Delayed Events are on. */
    static final Duration MEMORY = Duration.ofHours(25);

    private static final Duration CLEANING = Duration.ofMinutes(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int OK = 200;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Database database;
    private final Readiness readiness;
    private final Workers workers;
    private final ThreadLocal<Play> current = new ThreadLocal<>();
    private volatile InboxStore store;
    private volatile App app;
    private volatile Backfill backfill;

    public Inbox(Database database, Readiness readiness) {
        this.database = database;
        this.readiness = readiness;
        workers = new Workers(readiness);
    }

    /** Whose listeners work is left to. Call it before {@link #start}. */
    public void playTo(App app) {
        this.app = app;
    }

    /** The posts that a repeat finds again. */
    public OncePosts posts() {
        return new OncePosts(this::nextPost);
    }

    /** What comes from Slack goes to the given one, what a worker plays straight on to the listeners. */
    public Middleware unlessPlayed(Middleware receiver) {
        return (request, response, chain) ->
                current.get() == null ? receiver.apply(request, response, chain) : chain.next(request);
    }

    @Override
    public void start() throws StartupException, IOException {
        if (store == null) {
            store = database.open();
        }
        try {
            store.prepare();
        } catch (SQLException e) {
            throw new IOException("The database cannot be used: " + e.getMessage(), e);
        }
        LOG.info("Deliveries are kept in {}", database);
        readiness.stores(true);
        Set<String> events = Backfill.eventsOfTheProperties();
        // region workspaces
        if (app.config().getSingleTeamBotToken() == null) {
            events = Set.of(); // it reads with the one token of one workspace
        }
        // endregion
        backfill = new Backfill(app.client(), store, events);
        workers.start(store, this::play, List.of(
                new Workers.Chore(CLEANING, () -> store.forgetOlderThan(MEMORY)),
                new Workers.Chore(HEARTBEAT, this::noteThatItListens)));
    }

    private void noteThatItListens() throws SQLException {
        if (readiness.isReady() && backfill.beat()) {
            workers.wake();
        }
    }

    // region metrics
    @Override
    public int waiting() {
        try {
            return store == null ? 0 : store.waiting();
        } catch (SQLException e) {
            readiness.stores(false);
            return 0;
        }
    }

    // endregion
    @Override
    public boolean drain(Duration limit) {
        try {
            boolean ended = workers.drain(limit);
            if (store != null) {
                store.close();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("The database did not close cleanly: {}", e.toString());
        }
        return false;
    }

    /** Runs a task of the delivery that is played, or leaves it to the worker. */
    @Override
    public void submit(String name, Task task) {
        Play play = current.get();
        if (play == null) {
            throw new IllegalStateException(name + " belongs to no delivery: only a listener may leave work here");
        }
        play.submit(name, task);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        if (request.getRequestType() == RequestType.UrlVerification) {
            return chain.next(request);
        }
        StoredDelivery delivery = StoredDelivery.of((Request<?>) request);
        try {
            return request.getRequestType() == RequestType.Event
                    ? storeEvent(request, delivery)
                    : answer(request, delivery, chain);
        } catch (SQLException e) {
            LOG.error("A delivery cannot be stored, so it is not acknowledged: {}", e.getMessage());
            readiness.stores(false);
            return Response.error(SERVICE_UNAVAILABLE);
        }
    }

    @SuppressWarnings("rawtypes")
    private Response storeEvent(Request request, StoredDelivery event) throws SQLException {
        if (workers.areEnding()) {
            return Response.error(SERVICE_UNAVAILABLE);
        }
        if (store.add(event, true)) {
            workers.wake();
        }
        return request.getContext().ack();
    }

    /** What a repeat would answer is not wanted a second time: it is a replay. */
    @SuppressWarnings("rawtypes")
    private Response answer(Request request, StoredDelivery delivery, MiddlewareChain chain) throws Exception {
        Play play = Play.leavingWork();
        current.set(play);
        Response answer;
        try {
            answer = chain.next(request);
        } finally {
            current.remove();
        }
        if (answer.getStatusCode() != OK) {
            return answer;
        }
        if (!store.add(delivery, play.hasWork())) {
            return request.getContext().ack();
        }
        if (play.hasWork()) {
            workers.wake();
        }
        return answer;
    }

    private Outcome play(StoredDelivery delivery) {
        if (delivery.attempts() >= Outcome.MOST_ATTEMPTS) {
            return new Outcome.Dead("the process ended during the last attempt");
        }
        try {
            if (Backfill.isPart(delivery)) {
                return workers.areEnding() ? Backfill.LATER : backfill.workAt(delivery);
            }
            playToListeners(delivery);
            return new Outcome.Done();
        } catch (Throwable e) { // Bolt and listeners may throw anything, and a worker has to outlive it
            LOG.error("{} failed, attempt {}", delivery.id(), delivery.attempts() + 1, e);
            return Outcome.failed(delivery.attempts(), e.toString());
        }
    }

    private void playToListeners(StoredDelivery delivery) throws Exception {
        Play play = Play.working(delivery);
        current.set(play);
        try {
            Response answer = app.run(request(delivery));
            if (answer.getStatusCode() != OK) {
                throw new IllegalStateException("the listener answered " + answer.getStatusCode());
            }
            play.throwFailure();
        } finally {
            current.remove();
        }
    }

    private Request<?> request(StoredDelivery delivery) {
        return new SlackRequestParser(app.config()).parse(SlackRequestParser.HttpRequest.builder()
                .requestUri("/")
                .queryString(Map.of())
                .headers(new RequestHeaders(Map.of()))
                .socketMode(delivery.body().startsWith("{"))
                .requestBody(delivery.body())
                .remoteAddress("")
                .build());
    }

    private OncePosts.Post nextPost() {
        Play play = current.get();
        if (play == null) {
            throw new IllegalStateException("Only work of a delivery may post once");
        }
        String key = play.nextPost();
        try {
            return new OncePosts.Post(key, store.begin(key) == 1, play.received());
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be used", e);
        }
    }
}
