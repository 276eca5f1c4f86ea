package com.example.slackbot.feature.privatesystems;

import java.io.IOException;
import java.util.Optional;

/**
 * The requests that wait for a click. A button carries nothing but an id that cannot be guessed: what is done, for
 * whom and until when stands here, where no message can change it.
 */
public interface PendingRequests {

    /** Keeps a request, and tells the id for its buttons. */
    String add(Pending request) throws IOException;

    /** Looks at a request, which stays. */
    Optional<Pending> find(String id) throws IOException;

    /** Takes a request away. Of two that take the same one, whoever they are, one gets it. */
    Optional<Pending> take(String id) throws IOException;
}
