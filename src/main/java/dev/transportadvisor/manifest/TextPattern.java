package dev.transportadvisor.manifest;

import java.util.regex.Pattern;

/**
 * What a text has to look like as a whole.
 *
 * @param means the same in words, behind "must": {@code "begin with https://"}
 * @param remedy what to do about a text that does not, as a sentence
 * @param isOfUrls whether texts of this form name a host
 */
public record TextPattern(Pattern regex, String means, String remedy, boolean isOfUrls) {

    public boolean matches(String text) {
        return regex.matcher(text).matches();
    }
}
