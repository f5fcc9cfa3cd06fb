package io.bondtrader.risk.limit;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.var.QuantileConvention;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up desk with securities, limits of every kind and orders, for tests. */
final class SampleDesk {

    static final Instant NOW = Instant.parse("2025-07-14T14:30:00Z");
    static final TradingBook BOOK = new TradingBook("house", "rates", "treasuries");
    static final TradingBook OTHER = new TradingBook("house", "credit", "corporates");

    private static final FixedCouponBond BOND =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2035-05-15");
    private static final String[] SECTORS = {"government", "financial", "industrial"};

    private SampleDesk() {}

    static Security security(int k) {
        return Security.of("S" + k, BOND, "USD")
                .issuedBy("issuer " + k % 7, k % 5 == 0 ? "DE" : "US", SECTORS[k % 3])
                .rated(k % 4 == 0 ? "AA" : "BBB");
    }

    /** An instrument whose P&L is a rate move, a spread move and noise, so that vectors hedge each other only in part. */
    static InstrumentRisk instrument(int k, int scenarios) {
        SplittableRandom common = new SplittableRandom(11);
        SplittableRandom own = new SplittableRandom(100 + k);
        double years = 1 + k % 29;
        double dv01 = years * 0.9e-4;
        double[] pnl = new double[scenarios];
        for (int s = 0; s < scenarios; s++) {
            double rate = 8 * common.nextGaussian();
            double twist = 3 * common.nextGaussian();
            pnl[s] = -dv01 * (rate + twist * (years - 10) / 10 + own.nextGaussian());
        }
        InstrumentRisk.Builder builder = InstrumentRisk.builder(security(k), years)
                .exposure(ExposureKind.NOTIONAL, 1)
                .exposure(ExposureKind.MARKET_VALUE, 0.85 + 0.01 * (k % 31))
                .exposure(ExposureKind.DV01, dv01)
                .exposure(ExposureKind.CS01, dv01 * 0.97)
                .keyRateDv01("2Y", years < 6 ? dv01 * (6 - years) / 6 : -0.01 * dv01)
                .keyRateDv01("10Y", years < 6 ? dv01 * years / 6 : 1.01 * dv01)
                .stressPnl("rates up", -200 * dv01)
                .stressPnl("spreads wider", k % 3 == 0 ? 0 : -300 * dv01)
                .dailyCapacity(1e6 * (1 + k % 4))
                .lot(BigDecimal.valueOf(1_000));
        if (scenarios > 0) {
            builder.history(pnl, 1);
        }
        return builder.build();
    }

    static LimitUniverse universe(int securities, int scenarios) {
        List<InstrumentRisk> all = new ArrayList<>();
        for (int k = 0; k < securities; k++) {
            all.add(instrument(k, scenarios));
        }
        return LimitUniverse.of(all);
    }

    static Order order(String id, int security, Side side, long face) {
        return new Order(id, security(security), BOOK, "ann", side, BigDecimal.valueOf(face));
    }

    static Position position(int security, TradingBook book, String trader, long face) {
        return new Position(security(security), book, trader, BigDecimal.valueOf(face));
    }

    static List<Position> positions(int count, int securities, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TradingBook book = random.nextBoolean() ? BOOK : OTHER;
            long face = 1_000L * random.nextInt(-900, 2_000);
            positions.add(position(random.nextInt(securities), book, random.nextBoolean() ? "ann" : "bob", face));
        }
        return positions;
    }

    static Limit.Builder limit(String id, LimitMeasure measure) {
        return Limit.builder(id, measure).owner("risk").agreed("rita", "carl");
    }

    static LimitSet set(Limit... limits) {
        return LimitSet.of(List.of(limits));
    }

    static LimitEngineBuilder engine(LimitSet limits) {
        return LimitEngine.builder(limits, universe(40, 250), () -> NOW)
                .provider("capital", () -> 50e6)
                .provider("drawdown", () -> 100_000);
    }

    /** Every measure there is, for everything and for a part of it. */
    static List<LimitMeasure> measures() {
        List<LimitMeasure> all = new ArrayList<>();
        for (ExposureKind kind : ExposureKind.values()) {
            for (Netting netting : Netting.values()) {
                all.add(new LimitMeasure.Exposure(kind, netting));
            }
        }
        all.add(new LimitMeasure.KeyRateDv01("2Y", Netting.NET));
        all.add(new LimitMeasure.KeyRateDv01("10Y", Netting.GROSS));
        for (QuantileConvention convention : QuantileConvention.values()) {
            all.add(new LimitMeasure.ValueAtRisk(0.99, convention));
            all.add(new LimitMeasure.ExpectedShortfall(0.975, convention));
        }
        all.add(new LimitMeasure.StressLoss("rates up"));
        all.add(new LimitMeasure.WorstStressLoss());
        for (Dimension by : List.of(Dimension.ISSUER, Dimension.COUNTRY, Dimension.SECTOR, Dimension.RATING)) {
            all.add(new LimitMeasure.Concentration(by, ExposureKind.MARKET_VALUE, true));
            all.add(new LimitMeasure.Concentration(by, ExposureKind.DV01, false));
        }
        all.add(new LimitMeasure.MaximumMaturity());
        all.add(new LimitMeasure.WeightedMaturity());
        all.add(new LimitMeasure.DaysToLiquidate());
        all.add(new LimitMeasure.IlliquidShare(2));
        all.add(new LimitMeasure.Leverage("capital"));
        all.add(new LimitMeasure.Drawdown("drawdown"));
        return all;
    }
}
