package io.bondtrader.strategies.strategy;

import io.bondtrader.strategies.market.MarketView;
import java.time.Duration;
import java.util.List;

/** How a strategy's intents are worded: full size, horizon, and how long they wait for a trade. */
record Terms(double dv01, int horizonDays, int validDays) {

    static final Parameter DV01 = Parameter.number(
            "dv01", 10_000, 1, 1e9, "currency units a basis point", "risk of a position at full conviction");
    static final Parameter HORIZON =
            Parameter.wholeNumber("horizonDays", 20, 1, 3650, "days", "how long a bet is meant to last");
    static final Parameter VALID =
            Parameter.wholeNumber("validDays", 5, 1, 365, "days", "after which an intent that was not traded lapses");

    static Terms of(Parameters parameters) {
        return new Terms(parameters.number(DV01), parameters.wholeNumber(HORIZON), parameters.wholeNumber(VALID));
    }

    Terms {
        DV01.check(dv01);
        HORIZON.check(horizonDays);
        VALID.check(validDays);
    }

    /** An intent of a part of the full size: 1 is long and -1 short of all of it. */
    Intent intent(MarketView view, String instrument, double signedPart, double conviction, String group, Reason why) {
        return new Intent(
                instrument,
                Direction.ofSign(signedPart),
                Math.abs(signedPart) * dv01,
                Math.max(0, Math.min(1, conviction)),
                Duration.ofDays(horizonDays),
                view.asOf().plus(Duration.ofDays(validDays)),
                group,
                List.of(why));
    }

    Intent flat(MarketView view, String instrument, String group, Reason why) {
        return intent(view, instrument, 0, 1, group, why);
    }
}
