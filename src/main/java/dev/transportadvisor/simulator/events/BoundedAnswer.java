package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.slack.Limits;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, of which no more is read than can be meant: a bot may write on for ever. */
final class BoundedAnswer implements BodySubscriber<String> {

    private final BodySubscriber<String> text;
    private long left = Limits.ANSWER_BYTES;
    private Flow.Subscription connection;

    BoundedAnswer(ResponseInfo response) {
        text = BodyHandlers.ofString().apply(response);
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        connection = subscription;
        text.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        left -= part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            text.onNext(part);
        } else {
            connection.cancel();
            text.onError(new NoAnswer(NoAnswer.TOO_LARGE));
        }
    }

    @Override
    public void onError(Throwable trouble) {
        text.onError(trouble);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
