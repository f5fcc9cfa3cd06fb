package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * A bond at the prices and in the sizes at which it can be traded now, and at what it can be financed and borrowed.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param terms payments, settlement and accrued interest; its own price is not looked at
 * @param bid clean price per 100 at which it can be sold
 * @param ask clean price per 100 at which it can be bought, not below the bid
 * @param bidFace face that can be sold, in currency units, 0 or more
 * @param askFace face that can be bought, in currency units, 0 or more
 * @param repoRate what money lent against it costs, simple by ACT/360 as a decimal
 * @param reverseRate what money earns that is left for borrowing it, simple by ACT/360 as a decimal: below the repo rate, and
 *     well below it if the bond is sought
 */
public record TwoWayQuote(
        BondQuote terms, double bid, double ask, double bidFace, double askFace, double repoRate, double reverseRate) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if prices cross or one is not positive with accrued interest, a face is negative, or a rate is out of
     *     range
     */
    public TwoWayQuote {
        Objects.requireNonNull(terms);
        InvalidInput.unless(bid + terms.accruedInterest() > 0 && bid <= 1e6, "bid", bid, "positive, per 100");
        InvalidInput.unless(ask >= bid && ask <= 1e6, "ask", ask, "not below the bid of " + bid);
        InvalidInput.unless(bidFace >= 0 && bidFace <= 1e15, "bidFace", bidFace, "from 0 to 1e15");
        InvalidInput.unless(askFace >= 0 && askFace <= 1e15, "askFace", askFace, "from 0 to 1e15");
        InvalidInput.unless(repoRate >= -1 && repoRate <= 1, "repoRate", repoRate, "from -1 to 1");
        InvalidInput.unless(
                reverseRate >= -1 && reverseRate <= repoRate,
                "reverseRate",
                reverseRate,
                "from -1 to the repo rate of " + repoRate);
    }

    /**
     * Returns a quote that is good for the same face both ways, financed and borrowed at one rate.
     *
     * @param terms payments, settlement and accrued interest
     * @param bid clean price per 100
     * @param ask clean price per 100
     * @param face in currency units
     * @param repoRate simple by ACT/360 as a decimal
     * @return the quote
     * @throws InvalidInput as the constructor does
     */
    public static TwoWayQuote of(BondQuote terms, double bid, double ask, double face, double repoRate) {
        return new TwoWayQuote(terms, bid, ask, face, face, repoRate, repoRate);
    }

    /** {@return what the bond is called} */
    public String label() {
        return terms.label();
    }

    /** {@return half of the distance between bid and ask, per 100} */
    public double halfSpread() {
        return (ask - bid) / 2;
    }

    double dirtyBid() {
        return bid + terms.accruedInterest();
    }

    double dirtyAsk() {
        return ask + terms.accruedInterest();
    }
}
