package dev.transportadvisor.lint.suppression;

/**
 * A pattern for paths: {@code *} and {@code ?} within one name, {@code **} across folders. As in {@code .gitignore}, a
 * pattern without a slash is about a name in any folder, one that ends with a slash about all that is in a folder, and
 * <code>**</code> with a slash behind it also stands for no folder.
 *
 * <p>Java's own globs go back for each wildcard, which a hostile pattern turns into hours; this takes a step for each
 * character of the pattern and of the path, whatever they are.
 */
public record FilePattern(String text) {

    /** More than a path can have anywhere (PATH_MAX of Linux). */
    public static final int MAX_LENGTH = 4096;

    /** @param path with {@code /} between its parts */
    public boolean matches(String path) {
        String glob = glob();
        // Behind which characters of the path the pattern can be so far.
        boolean[] reached = new boolean[path.length() + 1];
        reached[0] = true;
        for (int at = 0; at < glob.length(); at++) {
            if (glob.startsWith("**/", at)) {
                reached = afterFolders(reached, path);
                at += 2;
            } else if (glob.startsWith("**", at)) {
                reached = afterAny(reached, path, true);
                at++;
            } else if (glob.charAt(at) == '*') {
                reached = afterAny(reached, path, false);
            } else {
                reached = afterOne(reached, path, glob.charAt(at));
            }
        }
        return reached[path.length()];
    }

    private String glob() {
        String start = text.replaceFirst("^\\.?/", "");
        String whole = start.endsWith("/") ? start + "**" : start;
        return text.contains("/") ? whole : "**/" + whole;
    }

    private static boolean[] afterOne(boolean[] reached, String path, char wanted) {
        boolean[] next = new boolean[reached.length];
        for (int i = 0; i < path.length(); i++) {
            boolean fits = wanted == '?' ? path.charAt(i) != '/' : path.charAt(i) == wanted;
            next[i + 1] = reached[i] && fits;
        }
        return next;
    }

    private static boolean[] afterAny(boolean[] reached, String path, boolean acrossFolders) {
        boolean[] next = reached.clone();
        for (int i = 0; i < path.length(); i++) {
            next[i + 1] |= next[i] && (acrossFolders || path.charAt(i) != '/');
        }
        return next;
    }

    private static boolean[] afterFolders(boolean[] reached, String path) {
        boolean[] next = reached.clone();
        boolean before = false;
        for (int i = 0; i < path.length(); i++) {
            before |= reached[i];
            next[i + 1] |= before && path.charAt(i) == '/';
        }
        return next;
    }
}
