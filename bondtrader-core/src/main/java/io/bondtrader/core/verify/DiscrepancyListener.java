package io.bondtrader.core.verify;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every calculation that was checked and not confirmed. Called on the thread that calculated, before the number
 * is returned or refused; safe for use by many threads. One that throws is logged and counted, and changes nothing else
 * unless the verifier requires delivery.
 */
@FunctionalInterface
public interface DiscrepancyListener {

    /**
     * Takes the evidence of a calculation whose paths disagree, or one of whose paths failed.
     *
     * @param calculation the whole evidence
     */
    void onDiscrepancy(CalculationRecord calculation);

    /** {@return the listener that writes one warning with both numbers to the logger {@code io.bondtrader.verify}} */
    static DiscrepancyListener logging() {
        return logging(LoggerFactory.getLogger("io.bondtrader.verify"));
    }

    /**
     * Returns the listener that writes one warning with both numbers to a given logger.
     *
     * @param logger where warnings go
     * @return the listener
     */
    static DiscrepancyListener logging(Logger logger) {
        return calculation -> logger.warn("{}, inputs {}", calculation.verified(), calculation.inputs());
    }
}
