package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.Keyword;

/** How a word is spelt in one place or another: {@code deploy-bot}, {@code com.acme.deploy}. */
enum Spelling implements Keyword {
    /** As its owner spells it. */
    PLAIN {
        @Override
        String of(String word) {
            return word;
        }
    },
    KEBAB {
        @Override
        String of(String word) {
            return word;
        }
    },
    SNAKE {
        @Override
        String of(String word) {
            return word.replace('-', '_');
        }
    },
    DOTTED {
        @Override
        String of(String word) {
            return word;
        }
    },
    SLASHED {
        @Override
        String of(String word) {
            return word.replace('.', '/');
        }
    };

    abstract String of(String word);
}
