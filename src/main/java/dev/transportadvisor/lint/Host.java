package dev.transportadvisor.lint;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
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

    /** Without a scheme, the text up to its first slash is taken for the host. */
    static Host of(String url) {
        String authority = authority(url).orElseGet(() -> url.replaceFirst("(?i)^https?:/*", ""));
        String name = authority.replaceFirst("^[^@/]*@", "").replaceFirst("[/?#].*$", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            // Behind % stands the name of a network interface.
            return new Host(name.replaceFirst("[%\\]].*$", "").substring(1));
        }
        return new Host(name.replaceFirst(":\\d*$", "").replaceFirst("\\.$", ""));
    }

    private static Optional<String> authority(String url) {
        try {
            return Optional.ofNullable(new URI(url).getRawAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * By hand: the regular expressions of all patterns take 2 ms to make, and {@link FilePattern}, which withstands
     * hostile ones, takes a step for each character of the pattern and each of the name.
     *
     * @param pattern in lower case; {@code *} stands for any characters
     */
    boolean matches(String pattern) {
        String[] parts = pattern.split("\\*", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return name.equals(pattern);
        } else if (!name.startsWith(parts[0])) {
            return false;
        }
        // The earliest place of each part leaves most room for those behind it.
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return name.length() - at >= last.length() && name.endsWith(last);
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
