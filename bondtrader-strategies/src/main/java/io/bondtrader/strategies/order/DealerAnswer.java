package io.bondtrader.strategies.order;

import java.time.Duration;

/**
 * One answer of a dealer.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param dealer who
 * @param kind which answer
 * @param after how long it took: a quote since the request, a last look since the acceptance
 */
public record DealerAnswer(String dealer, Kind kind, Duration after) {

    /** Which answers there are. */
    public enum Kind {
        /** A quote. */
        QUOTED,
        /** No quote. */
        DECLINED,
        /** The quote stands after the last look. */
        CONFIRMED,
        /** It does not. */
        REJECTED,
        /** Another one is offered instead. */
        REQUOTED
    }

    static DealerAnswer quoted(String dealer, Duration after) {
        return new DealerAnswer(dealer, Kind.QUOTED, after);
    }

    static DealerAnswer declined(String dealer, Duration after) {
        return new DealerAnswer(dealer, Kind.DECLINED, after);
    }

    static DealerAnswer confirmed(String dealer, Duration after) {
        return new DealerAnswer(dealer, Kind.CONFIRMED, after);
    }

    static DealerAnswer rejected(String dealer, Duration after) {
        return new DealerAnswer(dealer, Kind.REJECTED, after);
    }

    static DealerAnswer requoted(String dealer, Duration after) {
        return new DealerAnswer(dealer, Kind.REQUOTED, after);
    }
}
