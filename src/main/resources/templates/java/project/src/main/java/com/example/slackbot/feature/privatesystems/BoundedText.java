package com.example.slackbot.feature.privatesystems;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes an answer's body as text up to a size, and hangs up on a longer one. */
final class BoundedText implements HttpResponse.BodySubscriber<String> {

    /** The body is longer than that. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException(int mostBytes) {
            super("more than " + mostBytes + " bytes");
        }
    }

    private final HttpResponse.BodySubscriber<String> text =
            HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
    private final int mostBytes;
    private long bytes;
    private Flow.Subscription subscription;

    BoundedText(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        text.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes <= mostBytes) {
            text.onNext(part);
        } else {
            subscription.cancel();
            text.onError(new TooLongException(mostBytes));
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
