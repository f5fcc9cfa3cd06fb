package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Books of made-up bonds of two currencies, for tests. */
public final class SampleBook {

    /** The day on which everything settles. */
    public static final LocalDate SETTLEMENT = LocalDate.of(2025, 7, 14);

    private static final double[] YEARS = {0.25, 0.5, 1, 2, 3, 5, 7, 10, 20, 30, 40};

    private SampleBook() {}

    /** Zero rates that rise from a level, off which bonds of a currency are valued. */
    public static NodeCurve curve(String name, double level) {
        List<LocalDate> dates = new ArrayList<>();
        double[] rates = new double[YEARS.length];
        for (int k = 0; k < rates.length; k++) {
            dates.add(SETTLEMENT.plusDays(Math.round(365 * YEARS[k])));
            rates[k] = level + 0.015 * (1 - Math.exp(-YEARS[k] / 5));
        }
        return NodeCurve.ofZeroRates(name, SETTLEMENT, dates, rates, Interpolators.LINEAR);
    }

    /** A market in dollars with a euro curve; every bond of {@link #securities} whose number is odd has a price. */
    public static RiskMarket market() {
        RiskMarket.Builder market = RiskMarket.builder(SETTLEMENT, "USD")
                .curve("USD", curve("USD Treasury", 0.03))
                .curve("EUR", curve("EUR swap", 0.015))
                .exchangeRate("EUR", 1.17);
        for (int k = 1; k < 60; k += 2) {
            market.cleanPrice("S" + k, 92 + k % 13);
        }
        return market.build();
    }

    /** Treasuries and corporates in dollars and euro, with one zero-coupon bond in ten. */
    public static List<Security> securities(int count) {
        String[] sectors = {"government", "financial", "industrial"};
        String[] ratings = {"AA+", "A", "BBB", "BB"};
        List<Security> all = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            boolean euro = k % 3 == 2;
            LocalDate maturity = LocalDate.of(2026 + k * 7 % 29, 1 + k % 12, 15);
            LocalDate start = maturity.minusYears(30);
            Bond bond = k % 10 == 4
                    ? ZeroCouponBond.of(BondConventions.US_TREASURY, start, maturity)
                    : FixedCouponBond.of(
                            euro ? BondConventions.EUROBOND : BondConventions.US_CORPORATE,
                            0.02 + 0.0025 * (k % 12),
                            start,
                            maturity);
            all.add(Security.of("S" + k, bond, euro ? "EUR" : "USD")
                    .issuedBy("issuer " + k % 8, euro ? "DE" : "US", sectors[k % 3])
                    .rated(ratings[k % 4]));
        }
        return all;
    }

    /** Positions of two desks with two books each, long and short. */
    public static List<Position> positions(int count, int securities) {
        List<Security> held = securities(securities);
        SplittableRandom random = new SplittableRandom(20250714);
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String desk = i % 2 == 0 ? "rates" : "credit";
            TradingBook book = new TradingBook("house", desk, desk + " " + i % 4 / 2);
            long face = 1_000L * random.nextInt(-400, 1_600);
            positions.add(new Position(held.get(i % securities), book, "trader " + i % 3, BigDecimal.valueOf(face)));
        }
        return positions;
    }
}
