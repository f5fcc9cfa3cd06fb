package io.bondtrader.compliance.monitor;

/**
 * Looks parties up in lists of sanctions. Implementations are safe for use by many threads and answer without waiting, because
 * an order waits for them; they throw rather than answer from a list that they cannot read.
 */
public interface SanctionsScreen {

    /**
     * Looks a party up.
     *
     * @param party whom
     * @return what was found
     */
    Screening screen(TradeParty party);

    /** {@return the version of the lists, such as a hash of them: other lists, other version} */
    String version();
}
