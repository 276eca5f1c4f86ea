package dev.transportadvisor.simulator.time;

/** Errors such as memory that runs out, which pools and futures would keep to themselves. */
public final class ThreadTrouble {

    private ThreadTrouble() {}

    /** Has the handler of this thread hear of an error, as if nobody had caught it; of other failures it does not. */
    public static void tell(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
                return;
            }
        }
    }
}
