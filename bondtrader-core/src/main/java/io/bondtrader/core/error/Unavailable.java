package io.bondtrader.core.error;

/** Something that an answer must not go without, such as an audit sink that has to keep it, did not do its part. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class Unavailable extends CoreException {

    /**
     * Reports what did not answer.
     *
     * @param what what was asked for, and of whom
     * @param cause how it failed
     */
    public Unavailable(String what, Throwable cause) {
        super(CoreErrorCode.UNAVAILABLE, what, cause);
    }
}
