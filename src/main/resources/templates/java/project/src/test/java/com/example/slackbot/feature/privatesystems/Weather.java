package com.example.slackbot.feature.privatesystems;

import java.util.List;

/** Something that anybody may ask, of a system that says what it likes: {@code weather}. */
record Weather(String answer) implements Question {

    @Override
    public String usage() {
        return "weather";
    }

    @Override
    public boolean accepts(List<String> words) {
        return words.isEmpty();
    }

    @Override
    public String answer(List<String> words) {
        return answer;
    }
}
