package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '"',
            value = {
                "'a: 1 # one'                             => '1:6 one'",
                "'# top~a: 1'                             => '1:1 top!'",
                "'a:~  # inner~  - x~  # last~'           => '2:3 inner!; 4:3 last!'",
                "'a#b: c#d'                               => ''",
                "'a: [1, # one~ 2] # two'                 => '1:8 one; 2:5 two'",
                "'a: \"x # not~  # not~  y\" # yes'       => '3:6 yes'",
                "'a: ''it''''s # not'' # yes'             => '1:18 yes'",
                "'a: plain~  more # yes'                  => '2:8 yes'",
                "'a: | # head~  text # not~  # not~# yes' => '1:6 head; 4:1 yes!'",
                "'a: >-~  folded # not~~~# yes~b: 1'      => '5:1 yes!'",
                "'a: &x # anchor~  b: 1~c: *x # alias'    => '1:7 anchor; 3:7 alias'",
                "'a: &x#y 1 # behind'                     => '1:11 behind'",
                "'? k # key~: v # value'                  => '1:5 key; 2:5 value'",
                "'a: ''😀'' # behind'                      => '1:8 behind'",
                "'a: 1 #'                                 => '1:6 '",
                "'{\"a\": \"# not\"}'                     => ''",
            })
    void findsWhatIsNoPartOfAValue(String yaml, String comments) {
        assertEquals(unquoted(comments), read(unquoted(yaml).replace('~', '\n')));
    }

    @Test
    void carriageReturnsEndAComment() {
        assertEquals("1:6 one; 2:6 two", read("a: 1 # one\r\nb: 2 # two\r\n"));
        assertEquals("1:6 one; 2:6 two", read("a: 1 # one\rb: 2 # two\r"));
        assertEquals("2:1 two!", read("a: 1\r# two\r"));
    }

    @Test
    void jsonHasNone() {
        assertEquals(List.of(), CommentReader.read(new SourceFile("x.json", "[\"a\" # no\n]")));
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    /** Line, column and text of each, with a mark behind those that stand alone. */
    private static String read(String yaml) {
        return CommentReader.read(new SourceFile("x.yaml", yaml)).stream()
                .map(comment -> comment.span().start().line() + ":"
                        + comment.span().start().column() + " " + comment.text() + (comment.isAlone() ? "!" : ""))
                .collect(Collectors.joining("; "));
    }
}
