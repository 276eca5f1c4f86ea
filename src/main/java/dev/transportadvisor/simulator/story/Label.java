package dev.transportadvisor.simulator.story;

import java.util.regex.Pattern;

/** By what a story knows people, places and messages. What a script has made up in another form, no story holds. */
enum Label {
    CHANNEL("the id of a channel", "[CDG][A-Z0-9]{2,40}"),
    PERSON("the id of a person", "[UW][A-Z0-9]{1,40}"),
    TIMESTAMP("the time of a message", "\\d{1,12}\\.\\d{1,6}");

    private final String what;
    private final Pattern form;

    Label(String what, String form) {
        this.what = what;
        this.form = Pattern.compile(form);
    }

    String what() {
        return what;
    }

    boolean fits(String text) {
        return form.matcher(text).matches();
    }
}
