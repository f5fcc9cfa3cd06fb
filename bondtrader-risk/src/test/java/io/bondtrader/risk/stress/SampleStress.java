package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.limit.Scope;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.SampleBook;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.Map;

/** Scenarios and a book for tests. */
final class SampleStress {

    static final SpreadTable TABLE = SpreadTable.of(Map.of(
            Rating.AAA,
            0.002,
            Rating.AA,
            0.004,
            Rating.A,
            0.008,
            Rating.BBB,
            0.015,
            Rating.BB,
            0.03,
            Rating.B,
            0.055,
            Rating.CCC,
            0.11));

    static final Scope FINANCIALS = Scope.of(Dimension.SECTOR, "financial");

    private SampleStress() {}

    static ValuedBook book(int positions) {
        return ValuedBook.of(SampleBook.positions(positions, 40), SampleBook.market());
    }

    /** Everything that can happen, at once. */
    static StressScenario everything() {
        return StressScenario.builder("everything")
                .rates(CurveScenario.steepener(0.01, 2, 10))
                .rates("EUR", CurveScenario.parallel(0.005))
                .spreads(Scope.all(), 0.002)
                .proportionalSpreads(FINANCIALS, 0.5)
                .downgrade(Scope.of(Dimension.RATING, "BBB"), 2, TABLE)
                .defaults(Scope.of(Dimension.ISSUER, "issuer 3"), 0.4)
                .exchangeRate("EUR", -0.08)
                .bidAsk(Scope.all(), 0.004)
                .haircut(Scope.of(Dimension.DESK, "credit"), 0.03)
                .build();
    }
}
