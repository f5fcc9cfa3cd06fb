package io.bondtrader.core.bond;

/**
 * A name by which the market knows a security or its issuer, with a check digit that has been verified.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public sealed interface SecurityIdentifier permits Isin, Cusip, Figi, Lei {

    /** {@return the identifier as it is written, in upper case} */
    String value();
}
