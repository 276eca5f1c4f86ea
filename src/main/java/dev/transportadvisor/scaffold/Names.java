package dev.transportadvisor.scaffold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a bot, in the place of the template's examples.
 *
 * @param names where they stand
 * @param words those of the bot; a name whose word is missing stays as it is
 */
record Names(List<Name> names, Map<Word, String> words) {

    static Names of(Template template, ProjectSpec spec, Selection selection) {
        return new Names(
                template.names(),
                Map.of(
                        Word.BOT, spec.name(),
                        Word.PACKAGE, spec.packageName(),
                        Word.SUMMARY, spec.summary(),
                        Word.DECISION, spec.decision(),
                        Word.REPLICAS, Long.toString(spec.replicas()),
                        Word.SURGE, Integer.toString(spec.surge()),
                        Word.REST, Integer.toString(1 - spec.surge()),
                        Word.MOST, Long.toString(spec.most()),
                        Word.TRANSPORT, selection.choices().get(Template.TRANSPORT)));
    }

    /** The same, and one more word. */
    Names with(Word word, String text) {
        Map<Word, String> more = new HashMap<>(words);
        more.put(word, text);
        return new Names(names, more);
    }

    String inPath(String path) {
        Map<String, String> replaced = new HashMap<>();
        names.stream()
                .filter(name -> name.is() == Word.BOT || name.is() == Word.PACKAGE)
                .forEach(name -> replaced.put(name.text(), name.replacedBy(words.get(name.is()))));
        return LiteralReplacement.in(path, replaced);
    }

    /** @param path of the text, which says how free text is written there */
    String in(String path, String text) {
        Map<String, String> replaced = new HashMap<>();
        for (Name name : names) {
            if (words.containsKey(name.is()) && name.is().mayStandIn(path)) {
                replaced.put(name.text(), name.replacedBy(written(name.is(), path)));
            }
        }
        return LiteralReplacement.in(text, replaced);
    }

    private String written(Word word, String path) {
        return word == Word.SUMMARY
                ? Escape.of(path).orElseThrow().apply(words.get(word))
                : words.get(word);
    }
}
