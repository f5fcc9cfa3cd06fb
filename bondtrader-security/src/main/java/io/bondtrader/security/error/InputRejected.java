package io.bondtrader.security.error;

import java.util.List;

/** A body from outside breaks its rules. Nothing of it was used. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class InputRejected extends SecurityFailure {

    private final List<String> problems;

    /**
     * Reports what is wrong.
     *
     * @param problems each the path of a field and what it must be, without its value
     */
    public InputRejected(List<String> problems) {
        super(SecurityErrorCode.INPUT_REJECTED, String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return what is wrong, safe to be said to whoever sent it} */
    public List<String> problems() {
        return problems;
    }
}
