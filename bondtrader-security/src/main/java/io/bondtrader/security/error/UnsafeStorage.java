package io.bondtrader.security.error;

/** A place for secrets that others could read or swap, or that is no place for secrets at all. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class UnsafeStorage extends SecurityFailure {

    /**
     * Reports what is wrong with the place.
     *
     * @param detail what it is and what it must be, without its path
     */
    public UnsafeStorage(String detail) {
        super(SecurityErrorCode.UNSAFE_STORAGE, detail);
    }
}
