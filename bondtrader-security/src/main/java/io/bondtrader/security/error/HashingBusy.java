package io.bondtrader.security.error;

/** As many passwords are being hashed, and waiting to be, as the memory set aside allows. Nothing was checked. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class HashingBusy extends SecurityFailure {

    /**
     * Reports the limits that were reached.
     *
     * @param permits how many hashes may run at once
     * @param waiting how many may wait
     */
    public HashingBusy(int permits, int waiting) {
        super(
                SecurityErrorCode.HASHING_BUSY,
                "password hashes at work must be at most " + permits + " with " + waiting + " waiting");
    }
}
