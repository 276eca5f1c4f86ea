package dev.transportadvisor.drill.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with everything that it starts. What has left its parent behind is no descendant any more: it is known from
 * having been seen before, and on Linux by the mark in the environment that it has inherited.
 */
final class ProcessTree {

    private static final String MARK = "TRANSPORT_ADVISOR_FAMILY";

    /** Where Linux shows the environment of each process: proc(5). */
    private static final Path PROCESSES = Path.of("/proc");

    /** How long is tried to be faster than processes that start others while they are being killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A process that has just been started may be missing in a list that takes a moment to make. */
    private static final int CALM = 3;

    /** While a program takes over its process, Linux shows no environment: a moment, unless it waits for a core. */
    private static final Duration TAKE_OVER = Duration.ofMillis(2);

    private static final int LOOKS = 5;

    /** How long a killed process may take to go; some systems leave a dead orphan in their list for ever. */
    private static final Duration GONE = Duration.ofSeconds(1);

    /** How often is looked whether they have gone: they do so in a moment. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    /** What passes SIGTERM on to nobody: the shells of POSIX systems, and what they are called. */
    private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "busybox", "dash", "ksh", "zsh");

    private final String mark;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
    private volatile Optional<ProcessHandle> head = Optional.empty();

    private ProcessTree(String mark) {
        this.mark = mark;
    }

    /** @param environment of a process that is about to start: it gets the mark */
    static ProcessTree marking(Map<String, String> environment) {
        String mark = UUID.randomUUID().toString();
        environment.put(MARK, mark);
        return new ProcessTree(MARK + "=" + mark);
    }

    /** Its first process has started. Where Java runs out of memory at that moment, it runs and is never told of. */
    void begins(ProcessHandle process) {
        head = Optional.of(process);
    }

    /** Looks who belongs to it now. It takes milliseconds, since the system lists all its processes. */
    void look() {
        head.ifPresent(process -> process.descendants().forEach(seen::add));
        seen.removeIf(member -> !member.isAlive());
    }

    /**
     * Asks the bot to end, with SIGTERM, as a container's runtime does: the first process that is no shell. What that
     * one has started is its own affair.
     */
    void terminate() {
        ProcessHandle bot = head.orElseThrow();
        for (List<ProcessHandle> children = children(bot); isShell(bot) && !children.isEmpty(); ) {
            bot = children.get(0);
            children = children(bot);
        }
        bot.destroy();
    }

    private static List<ProcessHandle> children(ProcessHandle process) {
        return process.children().sorted().toList();
    }

    private static boolean isShell(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(SHELLS::contains)
                .isPresent();
    }

    /** Ends all of it at once, and waits until it has gone; an interrupt changes nothing. */
    void kill() {
        try {
            look();
        } finally {
            // First, since it may start another one, and also where memory has run out.
            head.ifPresent(ProcessHandle::destroyForcibly);
        }
        Set<ProcessHandle> known = new HashSet<>();
        Set<ProcessHandle> killed = new HashSet<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int calm = 0; calm < CALM && System.nanoTime() < end; ) {
            calm = killNew(known, killed) ? 0 : calm + 1;
        }
        awaitEnd(killed);
    }

    /**
     * Kills each of its processes as soon as it is found, before it starts another one.
     *
     * @param known the processes of this machine that were looked at before: the system is slow to tell about them
     * @return whether there was one
     */
    private boolean killNew(Set<ProcessHandle> known, Set<ProcessHandle> killed) {
        int before = killed.size();
        ProcessHandle.allProcesses()
                .filter(known::add)
                .filter(process -> isMember(process, killed))
                .forEach(process -> {
                    process.destroyForcibly();
                    killed.add(process);
                });
        return killed.size() > before;
    }

    private boolean isMember(ProcessHandle process, Set<ProcessHandle> killed) {
        return head.equals(Optional.of(process))
                || seen.contains(process)
                || process.parent().filter(killed::contains).isPresent()
                || Files.isDirectory(PROCESSES) && isMarked(process);
    }

    private static void awaitEnd(Set<ProcessHandle> killed) {
        long end = System.nanoTime() + GONE.toNanos();
        while (killed.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean isMarked(ProcessHandle process) {
        String environment = environment(process);
        for (int look = 0; look < LOOKS && environment.isEmpty() && hasProgram(process); look++) {
            LockSupport.parkNanos(TAKE_OVER.toNanos());
            environment = environment(process);
        }
        return environment.contains(mark);
    }

    private static String environment(ProcessHandle process) {
        Path environment = PROCESSES.resolve(process.pid() + "/environ");
        try {
            return new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended, or belongs to somebody else
        }
    }

    /** Not so the threads of the kernel, and whoever has ended or belongs to somebody else. */
    private static boolean hasProgram(ProcessHandle process) {
        return process.info().command().isPresent();
    }
}
