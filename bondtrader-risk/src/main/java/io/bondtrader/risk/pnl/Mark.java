package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.InvalidInput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Locale;

/**
 * Where the quotes of one security arrive. Setting it allocates nothing and takes no lock that a reader could hold: a
 * version is odd while a writer is at work, and readers try again if it changed under them.
 *
 * <p>Safe for use by many threads, writers included. Price and accrued interest are always those of one quote. Lives as long
 * as its engine.
 */
public final class Mark {

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    // The fields stand alone in the middle of their array, so that neighbours in memory do not share a cache line.
    private static final int LENGTH = 24;
    private static final int VERSION = 8;
    private static final int CLEAN = 9;
    private static final int ACCRUED = 10;

    private final String securityId;
    private final long[] cell = new long[LENGTH];

    /** One quote, as it was set. */
    record Quote(double cleanPrice, double accruedInterest) {}

    Mark(String securityId) {
        this.securityId = securityId;
    }

    /** {@return the security whose quotes arrive here} */
    public String securityId() {
        return securityId;
    }

    /**
     * Takes a quote.
     *
     * @param cleanPrice per 100
     * @param accruedInterest per 100
     * @throws InvalidInput if a number is not finite
     */
    public void set(double cleanPrice, double accruedInterest) {
        requirePrices(cleanPrice, accruedInterest);
        long version = begin();
        CELL.setOpaque(cell, CLEAN, Double.doubleToRawLongBits(cleanPrice));
        CELL.setOpaque(cell, ACCRUED, Double.doubleToRawLongBits(accruedInterest));
        CELL.setRelease(cell, VERSION, version + 2L);
    }

    /**
     * Takes a price and keeps the accrued interest.
     *
     * @param cleanPrice per 100
     * @throws InvalidInput if it is not finite
     */
    public void setCleanPrice(double cleanPrice) {
        requirePrices(cleanPrice, 0.0);
        long version = begin();
        CELL.setOpaque(cell, CLEAN, Double.doubleToRawLongBits(cleanPrice));
        CELL.setRelease(cell, VERSION, version + 2L);
    }

    /** Makes the version odd: this thread writes, others wait for the few nanoseconds it takes. */
    private long begin() {
        while (true) {
            long version = (long) CELL.getAcquire(cell, VERSION);
            if ((version & 1L) == 0L && CELL.compareAndSet(cell, VERSION, version, version + 1L)) {
                return version;
            }
            Thread.onSpinWait();
        }
    }

    /** {@return how many quotes were taken} */
    public long updates() {
        return (long) CELL.getAcquire(cell, VERSION) >>> 1;
    }

    /** The last quote whole. */
    Quote read() {
        while (true) {
            long before = (long) CELL.getAcquire(cell, VERSION);
            if ((before & 1L) == 0L) {
                long clean = (long) CELL.getOpaque(cell, CLEAN);
                long accrued = (long) CELL.getOpaque(cell, ACCRUED);
                VarHandle.acquireFence();
                if ((long) CELL.getOpaque(cell, VERSION) == before) {
                    return new Quote(Double.longBitsToDouble(clean), Double.longBitsToDouble(accrued));
                }
            }
            Thread.onSpinWait();
        }
    }

    static void requirePrices(double cleanPrice, double accruedInterest) {
        if (!(Math.abs(cleanPrice) < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("cleanPrice", cleanPrice, "finite");
        }
        if (!(Math.abs(accruedInterest) < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("accruedInterest", accruedInterest, "finite");
        }
    }

    @Override
    public String toString() {
        Quote quote = read();
        return String.format(
                Locale.ROOT,
                "Mark[%s %s + %s, %d quotes]",
                securityId,
                quote.cleanPrice(),
                quote.accruedInterest(),
                updates());
    }
}
