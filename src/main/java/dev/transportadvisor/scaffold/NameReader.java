package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what gives way to words of a bot's own. */
final class NameReader {

    private final Problems problems;

    NameReader(Problems problems) {
        this.problems = problems;
    }

    List<Name> read(MappingReader list) {
        list.requiredNode("names");
        List<Name> names = new ArrayList<>();
        for (MappingReader reader : list.mappings("names")) {
            String text = reader.requiredText("text");
            Optional<Word> word = reader.requiredChoice("is", Word.values());
            Spelling spelling = reader.choice("as", Spelling.values()).orElse(Spelling.PLAIN);
            reader.rejectUnknownKeys();
            word.map(is -> Name.of(text, is, spelling)).ifPresent(names::add);
            if (word.filter(Word.REPLICAS::equals).isPresent() && !Name.of(text, word.get(), spelling).isNumber()) {
                problems.at(reader.span(), "The example of `replicas` is a number in brackets: `replicas: [2]`.");
            }
        }
        for (Word word : List.of(Word.BOT, Word.SUMMARY, Word.DECISION)) {
            if (names.stream().noneMatch(name -> name.is() == word)) {
                problems.at(list.span(), "No text of `names` is the " + word.word() + ".");
            }
        }
        return names;
    }
}
