package com.example.slackbot.feature.privatesystems;

import java.util.List;
import java.util.Set;

/**
 * A system behind the bot.
 *
 * @param words the names of all its operations: permissions may name them where its address is not set, too
 * @param operations what people may ask of it; none where its address is not set
 */
public record PrivateSystem(Set<String> words, List<Operation> operations) {

    public PrivateSystem {
        if (!operations.stream().map(Operation::name).allMatch(words::contains)) {
            throw new IllegalArgumentException("The words " + words + " lack an operation of " + operations);
        }
    }
}
