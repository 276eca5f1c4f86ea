package com.example.slackbot.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits when Slack says that calls come too fast, and repeats the call; the SDK would give up at once. Calls that may
 * wait belong into {@link WorkQueue}, as all that take time do.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits">Rate limits</a>
 */
final class RetryAfter implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RetryAfter.class);
    private static final int TOO_MANY_REQUESTS = 429;

    /** So often, and a minute at most each time: after that the caller gets the 429. */
    private static final int TRIES = 5;

    private static final long LONGEST_SECONDS = 60;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        for (int tried = 1; tried < TRIES && response.code() == TOO_MANY_REQUESTS; tried++) {
            long seconds = seconds(response.header("Retry-After", ""));
            LOG.warn("Slack limits {}, next try in {} s", chain.request().url().encodedPath(), seconds);
            response.close();
            pause(seconds);
            response = chain.proceed(chain.request());
        }
        return response;
    }

    private static long seconds(String header) {
        return header.matches("\\d{1,9}") ? Math.min(Long.parseLong(header), LONGEST_SECONDS) : 1;
    }

    private static void pause(long seconds) throws InterruptedIOException {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The bot stops");
        }
    }
}
