package dev.transportadvisor.questionnaire;

import java.util.List;
import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/**
 * A line editor whose prompt is the whole question. The arrow keys move the mark in its list; a new
 * width of the terminal lays it out anew.
 */
final class ChoiceReader extends LineReaderImpl {

    private final Prompt question;
    private final String hint;
    private final boolean colours;
    private int marked;

    ChoiceReader(Terminal terminal, Prompt question, String hint, boolean colours) {
        // What is typed is plain text: nothing is completed, and `!` does not recall an earlier line.
        super(terminal, "ask", Map.of(LineReader.DISABLE_COMPLETION, true, LineReader.DISABLE_HISTORY, true));
        this.question = question;
        this.hint = hint;
        this.colours = colours;
        this.marked = Math.max(0, words().indexOf(question.initial()));
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        move("ask-up", -1, Capability.key_up, "\033[A", "\033OA");
        move("ask-down", 1, Capability.key_down, "\033[B", "\033OB");
    }

    private void move(String name, int step, Capability key, String... sequences) {
        KeyMap<Binding> keys = getKeyMaps().get(MAIN);
        getWidgets().put(name, () -> marked(step));
        keys.bind(new Reference(name), sequences);
        keys.bind(new Reference(name), KeyMap.key(terminal, key));
    }

    private boolean marked(int step) {
        if (!words().isEmpty()) {
            marked = Math.floorMod(marked + step, words().size());
            setPrompt(laidOut());
        }
        return true;
    }

    /** The line that was typed, or the word that is marked if nothing was. */
    String read() {
        String line = readLine(laidOut()).strip();
        return line.isEmpty() ? onEnter() : line;
    }

    private String onEnter() {
        return words().isEmpty() ? question.initial() : words().get(marked);
    }

    @Override
    protected void handleSignal(Terminal.Signal signal) {
        super.handleSignal(signal);
        if (signal == Terminal.Signal.WINCH) {
            setPrompt(laidOut());
            redisplay();
        }
    }

    private List<String> words() {
        return question.numbered().stream().map(Prompt.Choice::word).toList();
    }

    private String laidOut() {
        PromptLayout layout = new PromptLayout(terminal.getSize().getColumns());
        AttributedStringBuilder lines = new AttributedStringBuilder().append("\n");
        append(lines, layout.question(question), AttributedStyle.BOLD);
        append(lines, layout.why(question), AttributedStyle.DEFAULT.faint());
        List<String> choices = layout.choices(question);
        for (int i = 0; i < choices.size(); i++) {
            append(
                    lines,
                    (i == marked ? "> " : "  ") + choices.get(i).substring(2),
                    i == marked ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN) : AttributedStyle.DEFAULT);
        }
        if (!hint.isEmpty()) {
            append(lines, layout.note(hint), AttributedStyle.DEFAULT.faint());
        }
        return lines.append(layout.allowed(question))
                .append(PromptLayout.answer(onEnter()))
                .toAnsi(terminal);
    }

    private void append(AttributedStringBuilder lines, String text, AttributedStyle style) {
        lines.styled(colours ? style : AttributedStyle.DEFAULT, text).append("\n");
    }
}
