package dev.transportadvisor.drill.process;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which texts of an environment are secret: by the names of variables, and passwords in URLs whatever the name. */
final class SecretValues {

    /** Anywhere in a name, or one of its words: `PAT` is a token, and `PATH` none. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(token|secret|password|passwd|passphrase|credential|webhook|(api|private|access)_?key"
                    + "|(?<![a-z])(pat|pwd|pass|creds?)(?![a-z])).*");

    /** What settings are called as well: `AUTH=disabled` is none, and a secret has digits. */
    private static final Pattern DOUBTFUL_NAME =
            Pattern.compile("(?i).*(?<![a-z])(auth|authorization|key)(?![a-z]).*");

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** Shorter values are words such as `true`, which would make a log unreadable and are no secrets. */
    private static final int SHORTEST = 8;

    /** Between lines; in a variable they often stand as `\n`, since a key has many. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\R|\\\\r|\\\\n");

    /** What stands around a key: RFC 7468. */
    private static final String ARMOUR = "-----";

    /** A password before the host, or among the parameters as JDBC has it. */
    private static final Pattern URL_PASSWORD = Pattern.compile(
            "://[^\\s/?#:@]*:([^\\s/?#]+)@|(?i)[?&;](?:password|passwd|pwd|token|secret)=([^\\s&;]+)");

    private SecretValues() {}

    /** @param environment of a process */
    static Stream<String> of(Map<String, String> environment) {
        return environment.entrySet().stream()
                .flatMap(variable -> Stream.concat(
                        isSecret(variable) ? lines(variable.getValue()) : Stream.of(), passwords(variable.getValue())))
                .filter(value -> value.length() >= SHORTEST)
                .distinct();
    }

    private static boolean isSecret(Map.Entry<String, String> variable) {
        String value = variable.getValue();
        return !isPlace(value)
                && (SECRET_NAME.matcher(variable.getKey()).matches()
                        || DOUBTFUL_NAME.matcher(variable.getKey()).matches()
                                && DIGIT.matcher(value).find());
    }

    /** `PWD` is the working folder, and `GOOGLE_APPLICATION_CREDENTIALS` names a file: that is no secret. */
    private static boolean isPlace(String value) {
        return value.startsWith("/") && Files.exists(Path.of(value));
    }

    /** A log shows a value line by line. */
    private static Stream<String> lines(String value) {
        return LINE_BREAK.splitAsStream(value).map(String::strip).filter(line -> !line.startsWith(ARMOUR));
    }

    /** As they stand in a URL, and as a driver prints them. */
    private static Stream<String> passwords(String url) {
        return URL_PASSWORD
                .matcher(url)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(password -> !isWordOf(url, password))
                .flatMap(password -> Stream.of(password, decoded(password)));
    }

    /** The same word is the user's or the database's name: that of `postgres:postgres@` would be missed in a log. */
    private static boolean isWordOf(String url, String password) {
        return url.indexOf(password) != url.lastIndexOf(password);
    }

    private static String decoded(String escaped) {
        try {
            return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return escaped; // a % that begins no escape
        }
    }
}
