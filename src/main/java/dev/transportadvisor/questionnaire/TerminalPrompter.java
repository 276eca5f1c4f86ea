package dev.transportadvisor.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Asks on a terminal: a list to walk through with the arrow keys, above a line to type in. */
public final class TerminalPrompter implements Prompter {

    private static final String HINT = "Arrow keys and Enter, a number or a word; ? explains, < goes back, q leaves.";

    private final Terminal terminal;
    private final boolean colours;

    private TerminalPrompter(Terminal terminal, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
    }

    /** Empty where standard input and output are no terminal that JLine can drive. */
    public static Optional<Prompter> open(boolean colours) {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .provider("exec")
                    .dumb(false)
                    // Like all of this program, whatever the locale.
                    .encoding(StandardCharsets.UTF_8)
                    .build();
            // Between two questions; while one is asked, the line editor hears it.
            terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
            // For the whole interview: what is typed ahead must reach the next question, not the shell.
            // Closing undoes it.
            terminal.enterRawMode();
            return Optional.of(new TerminalPrompter(terminal, colours));
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isTerminal() {
        return true;
    }

    @Override
    public Reply ask(Prompt prompt) {
        ChoiceReader reader =
                new ChoiceReader(terminal, prompt, prompt.numbered().isEmpty() ? "" : HINT, colours);
        Reply reply = read(reader, prompt);
        while (reply instanceof Reply.Wrong wrong) {
            note(wrong.message());
            reply = read(reader, prompt);
        }
        return reply;
    }

    private static Reply read(ChoiceReader reader, Prompt prompt) {
        try {
            return prompt.reply(reader.read());
        } catch (UserInterruptException e) {
            return Reply.Command.INTERRUPTED;
        } catch (EndOfFileException e) {
            return Reply.Command.END_OF_INPUT;
        }
    }

    @Override
    public void say(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    @Override
    public void note(String sentence) {
        say(new PromptLayout(terminal.getSize().getColumns()).note(sentence) + "\n");
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
