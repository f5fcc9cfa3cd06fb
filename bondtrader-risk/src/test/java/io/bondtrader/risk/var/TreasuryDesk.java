package io.bondtrader.risk.var;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ReturnKind;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A desk with two curves, spreads and a foreign currency, and moves of all of them. */
final class TreasuryDesk {

    static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    static final NodeCurve DOLLAR = curve("dollar", SETTLEMENT, 0.043, 0.040, 0.041, 0.044, 0.047);

    /** It starts two days before settlement. */
    static final NodeCurve EURO = curve("euro", SETTLEMENT.minusDays(2), 0.020, 0.021, 0.023, 0.026, 0.028);

    static final CurveFactors FACTORS =
            new CurveFactors(List.of("z1", "z3", "z5", "z10", "z30"), List.of(1.0, 3.0, 5.0, 10.0, 30.0));

    private TreasuryDesk() {}

    private static NodeCurve curve(String name, LocalDate from, double... rates) {
        return NodeCurve.ofZeroRates(
                name,
                from,
                List.of(
                        SETTLEMENT.plusYears(1),
                        SETTLEMENT.plusYears(3),
                        SETTLEMENT.plusYears(5),
                        SETTLEMENT.plusYears(10),
                        SETTLEMENT.plusYears(30)),
                rates,
                Interpolators.LINEAR);
    }

    static RiskMarket market() {
        return RiskMarket.builder(SETTLEMENT, "USD")
                .curve("USD", DOLLAR)
                .curve("EUR", EURO)
                .exchangeRate("EUR", 1.08)
                .cleanPrice("CORP-0", 97.25)
                .cleanPrice("CORP-3", 101.5)
                .build();
    }

    /** Forty positions: dollar Treasuries, corporates with a rating, euro bonds; the last two hold the same bond. */
    static List<Position> positions() {
        Random random = new Random(4);
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LocalDate maturity = SETTLEMENT.plusDays(200 + random.nextInt(10_000));
            double coupon = 0.01 + 0.0025 * random.nextInt(20);
            LocalDate start = LocalDate.of(2025, 1 + random.nextInt(12), 15);
            Security security = i % 4 == 3
                    ? Security.of(
                            "EUR-" + i, FixedCouponBond.of(BondConventions.DE_BUND, coupon, start, maturity), "EUR")
                    : Security.of(
                            (i % 3 == 0 ? "CORP-" : "UST-") + i,
                            FixedCouponBond.of(BondConventions.US_TREASURY, coupon, start, maturity),
                            "USD");
            security = security.id().startsWith("CORP")
                    ? security.issuedBy("Acme", "US", "industrial").rated("BBB")
                    : security;
            positions.add(position(security, (random.nextInt(9) - 3) * 500_000L));
        }
        positions.add(position(positions.get(39).security(), 750_000));
        return positions;
    }

    static Position position(Security security, long face) {
        return new Position(security, new TradingBook("House", "Rates", "Govies"), "alice", BigDecimal.valueOf(face));
    }

    static FactorMapping mapping() {
        return FactorMapping.builder()
                .curve("USD", FACTORS)
                .curve("EUR", FACTORS.prefixed("EUR "))
                .exchangeRate("EUR", "EURUSD")
                .spreads(security -> security.rating().equals("BBB") ? Optional.of("spread BBB") : Optional.empty())
                .build();
    }

    static ValuedBook book() {
        return ValuedBook.of(positions(), market());
    }

    /** Moves of rates and spreads, and of the exchange rate beside them. */
    static FactorMoves moves(int count, double size) {
        List<String> names = new ArrayList<>(FACTORS.names());
        FACTORS.names().forEach(name -> names.add("EUR " + name));
        names.add("spread BBB");
        Random random = new Random(9);
        List<LocalDate> days = new ArrayList<>();
        double[][] rates = new double[count][names.size()];
        double[][] exchange = new double[count][1];
        for (int t = 0; t < count; t++) {
            days.add(LocalDate.of(2020, 1, 1).plusDays(t));
            double common = random.nextGaussian();
            for (int i = 0; i < names.size(); i++) {
                rates[t][i] = size * (0.8 * common + 0.4 * random.nextGaussian());
            }
            exchange[t][0] = 0.006 * random.nextGaussian();
        }
        return FactorMoves.of(names, days, ReturnKind.ABSOLUTE, rates)
                .beside(FactorMoves.of(List.of("EURUSD"), days, ReturnKind.RELATIVE, exchange));
    }
}
