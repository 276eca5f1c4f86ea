package dev.transportadvisor.simulator.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** This machine, and nothing else: nothing that the local Slack sends may leave it. */
public final class Loopback {

    /** The names of RFC 5735, section 3, RFC 4291, section 2.5.3, and RFC 6761, section 6.3. */
    private static final Pattern HOST = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|localhost");

    private static final int HIGHEST_PORT = 65_535;

    private Loopback() {}

    /** Whether it is an HTTP URL of this machine. */
    public static boolean isHttp(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && url.getHost() != null
                && isHost(url.getHost())
                && url.getPort() != 0
                && url.getPort() <= HIGHEST_PORT;
    }

    static boolean isHost(String host) {
        return HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
