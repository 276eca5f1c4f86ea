package dev.transportadvisor.lint.host;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host that a URL names.
 *
 * @param name in lower case, an IPv6 address without its brackets; empty where there is none
 */
record Host(String name) {

    /** Four numbers up to 255; nothing else may reach {@link InetAddress}, which would ask the network for names. */
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    /** More than any name has, and any user's name in front of it. */
    private static final int LONGEST_START = 1 << 12;

    /** Up to the path, which may be far longer. */
    private static final Pattern UP_TO_PATH = Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*+:)?+/*+[^/?#]*+");

    private static final Pattern SCHEME = Pattern.compile("(?i)^https?:/*");
    private static final Pattern USER = Pattern.compile("^[^@/]*@");
    private static final Pattern PATH = Pattern.compile("(?s)[/?#].*$");

    /** Behind % stands the name of a network interface. */
    private static final Pattern BEHIND_IPV6 = Pattern.compile("(?s)[%\\]].*$");

    private static final Pattern BEHIND_NAME = Pattern.compile("\\.?(?::\\d*)?$");

    /** Without a scheme, the text up to its first slash is taken for the host. */
    static Host of(String text) {
        Matcher start = UP_TO_PATH.matcher(text).region(0, Math.min(text.length(), LONGEST_START));
        String url = start.lookingAt() ? start.group() : text;
        String authority = authority(url).orElseGet(() -> without(SCHEME, url));
        String name = without(PATH, without(USER, authority)).toLowerCase(Locale.ROOT);
        return new Host(name.startsWith("[") ? without(BEHIND_IPV6, name).substring(1) : without(BEHIND_NAME, name));
    }

    private static String without(Pattern part, String text) {
        return part.matcher(text).replaceFirst("");
    }

    private static Optional<String> authority(String url) {
        try {
            return Optional.ofNullable(new URI(url).getRawAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the internet cannot know it: a name of one word, or an address of a private network. */
    boolean isPrivate() {
        if (IPV4.matcher(name).matches() || IPV6.matcher(name).matches()) {
            return isPrivateAddress();
        }
        return !name.isEmpty() && !name.contains(".");
    }

    private boolean isPrivateAddress() {
        try {
            InetAddress address = InetAddress.getByName(name);
            byte[] bytes = address.getAddress();
            // RFC 6598 shares 100.64.0.0/10 among providers' customers; RFC 4193 has fc00::/7 for local networks.
            boolean isShared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
            boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
            return isShared
                    || isUniqueLocal
                    || address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
