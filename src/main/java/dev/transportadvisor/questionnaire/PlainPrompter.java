package dev.transportadvisor.questionnaire;

import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks line by line, without redrawing anything: for pipes, screen readers and simple terminals. */
public final class PlainPrompter implements Prompter {

    private static final PromptLayout LAYOUT = new PromptLayout(80);

    /** Far more than an interview needs; a program that answers nonsense for ever must come to an end. */
    private static final int MOST_PIPED_LINES = 1_000;

    /** Far more than any answer needs. */
    private static final int MOST_CHARACTERS = 10_000;

    private final Reader in;
    private final PrintStream out;
    private final boolean terminal;
    private int lines;
    private Optional<String> lastWrong = Optional.empty();

    /** @param terminal whether a person types the lines and so sees them; otherwise they are repeated */
    public PlainPrompter(Reader in, PrintStream out, boolean terminal) {
        this.in = in;
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public boolean isTerminal() {
        return terminal;
    }

    @Override
    public Optional<String> lastWrong() {
        return lastWrong;
    }

    @Override
    public void say(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void note(String sentence) {
        say(LAYOUT.note(sentence) + "\n");
    }

    @Override
    public Reply ask(Prompt prompt) {
        say("\n" + LAYOUT.question(prompt) + "\n" + LAYOUT.why(prompt) + "\n"
                + LAYOUT.choices(prompt).stream().map(line -> line + "\n").collect(Collectors.joining())
                + LAYOUT.allowed(prompt));
        Reply reply = read(prompt);
        while (reply instanceof Reply.Wrong wrong) {
            lastWrong = Optional.of(wrong.message());
            note(wrong.message());
            reply = read(prompt);
        }
        return reply;
    }

    private Reply read(Prompt prompt) {
        say(PromptLayout.answer(prompt.initial()));
        Optional<String> line = terminal || lines++ < MOST_PIPED_LINES ? line() : Optional.empty();
        if (!terminal || line.isEmpty()) {
            say(line.map(Quoted::visible).orElse("") + "\n");
        }
        return line.map(prompt::reply).orElse(Reply.Command.END_OF_INPUT);
    }

    /** The next line, as far as it can be an answer; empty at the end of the input. */
    private Optional<String> line() {
        try {
            StringBuilder line = new StringBuilder();
            int c = in.read();
            if (c < 0) {
                return Optional.empty();
            }
            while (c >= 0 && c != '\n' && line.length() < MOST_CHARACTERS) {
                line.append((char) c);
                c = in.read();
            }
            return Optional.of(line.toString().strip());
        } catch (IOException e) {
            // Standard input that was never open.
            return Optional.empty();
        }
    }
}
