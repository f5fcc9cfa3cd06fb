package io.bondtrader.core.error;

import java.util.Objects;

/**
 * A failure that belongs to the domain, not to the program: the common root of every module's own sealed family. Bugs
 * surface as the JDK's own {@link NullPointerException}, {@link IllegalArgumentException} and {@link
 * IllegalStateException}.
 *
 * <p>{@link #getMessage()} is for the log and names the value and the rule it breaks. {@link #clientMessage()} is safe
 * to show to anybody: it carries the code and the code's own sentence, never a value.
 *
 * <p>Immutable and safe for use by many threads, as far as exceptions can be.
 */
@SuppressWarnings("serial") // thrown and read, never stored
public abstract class BondTraderException extends RuntimeException {

    private static final int LONGEST_DETAIL = 2_000;

    private final ErrorCode code;

    /**
     * Creates a failure. For the sealed families of BondTrader's own modules.
     *
     * @param code what went wrong, stable across releases
     * @param detail the message for the log, without the code
     */
    protected BondTraderException(ErrorCode code, String detail) {
        super(code.id() + ": " + printable(detail));
        this.code = Objects.requireNonNull(code);
    }

    /**
     * Creates a failure that another one caused.
     *
     * @param code what went wrong, stable across releases
     * @param detail the message for the log, without the code
     * @param cause what led to it
     */
    protected BondTraderException(ErrorCode code, String detail, Throwable cause) {
        super(code.id() + ": " + printable(detail), cause);
        this.code = Objects.requireNonNull(code);
    }

    /** Line ends and other controls would let a hostile value forge log lines; long values would flood them. */
    private static String printable(String detail) {
        String cut = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        return cut.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
    }

    /** {@return what went wrong: stable across releases, as the message is not} */
    public final ErrorCode code() {
        return code;
    }

    /** {@return the message for the log: the code, then the value and the rule it breaks} */
    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** {@return a message without values, paths or internals, safe to show to a client} */
    public final String clientMessage() {
        return code.id() + ": " + code.summary();
    }
}
