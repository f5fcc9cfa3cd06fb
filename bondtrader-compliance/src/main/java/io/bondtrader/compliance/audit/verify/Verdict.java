package io.bondtrader.compliance.audit.verify;

/** What a verifier came to, and the exit code of its program. */
public enum Verdict {
    /** All of it is what was signed. */
    WHOLE(0),
    /** Something was changed, dropped, moved, put in or cut off, or is not signed as it must be. */
    DAMAGED(1),
    /** Nothing could be said: files are missing or unreadable, or the command makes no sense. */
    UNUSABLE(2),
    /**
     * All that was committed is what was signed; behind it stands a write that was not finished. It was never acknowledged,
     * and the next start of the log cuts it off.
     */
    TORN_TAIL(3),
    /** All of it is what was signed, but for some of it only a key vouches that was revoked from before it. */
    DOUBTFUL(4);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** {@return the exit code of the program} */
    public int exitCode() {
        return exitCode;
    }
}
