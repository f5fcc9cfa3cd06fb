package io.bondtrader.strategies.relativevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.bootstrap.BondQuote.Payment;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.relativevalue.Mispricing.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can be earned after all costs, with a curve and without one. */
final class ArbitrageTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 15);

    private static final DiscountCurve CURVE = NodeCurve.builder("zeros", TODAY)
            .nodes(List.of(new CurveNode("1Y", null, 1), new CurveNode("5Y", null, 5), new CurveNode("12Y", null, 12)))
            .zeroRates(0.040, 0.040, 0.044)
            .build();

    private static final ArbitrageScan SCAN = new ArbitrageScan(CURVE, KeyTenors.ofYears(1, 2, 3, 5, 7, 10), 30);

    /** What financing costs if it costs what the curve says. */
    private static final double FAIR_REPO = Math.expm1(0.04 * 30 / 365.0) * 360 / 30;

    private static BondQuote bond(String label, int years) {
        FixedCouponBond bond = FixedCouponBond.of(
                BondConventions.US_TREASURY,
                0.04,
                "2025-05-15",
                LocalDate.of(2025 + years, 5, 15).toString());
        return CurvePricing.of(bond, TODAY).quote(label, 100);
    }

    /** A bond whose middle lies away from the curve. */
    private static TwoWayQuote quote(String label, int years, double away, double half) {
        BondQuote terms = bond(label, years);
        double fair = terms.dirtyPrice(CURVE) - terms.accruedInterest();
        return TwoWayQuote.of(terms, fair + away - half, fair + away + half, 1_000_000, FAIR_REPO);
    }

    private static Mispricing idea(List<Mispricing> ideas, String bond, Side side) {
        return ideas.stream()
                .filter(idea -> idea.bond().equals(bond) && idea.side() == side)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCheapBondIsBoughtAgainstItsNeighboursAfterAllCosts() {
        List<TwoWayQuote> book = List.of(
                quote("two", 2, 0, 0.01),
                quote("four", 4, -0.50, 0.02),
                quote("five", 5, 0, 0.01),
                quote("seven", 7, 0.05, 0.02),
                quote("ten", 10, 0, 0.01));
        List<Mispricing> ideas = SCAN.scan(book, List.of("ten", "two", "five"));
        Mispricing best = ideas.get(0);

        assertThat(ideas).hasSize(10);
        assertThat(best.bond()).isEqualTo("four");
        assertThat(best.side()).isEqualTo(Side.BUY);
        assertThat(best.gross()).isCloseTo(0.48, within(1e-9));
        assertThat(best.exit()).isCloseTo(0.02, within(1e-9));
        assertThat(best.funding()).isCloseTo(0, within(1e-9));
        assertThat(best.hedge()).containsOnlyKeys("two", "five");
        assertThat(best.hedge().values()).allMatch(face -> face < 0);
        double sold = -best.hedge().values().stream().mapToDouble(x -> x).sum();
        double cost = 0.02 * sold / 100;
        assertThat(best.hedgeCost()).isCloseTo(cost, within(1e-12));
        assertThat(best.net()).isCloseTo(0.46 - cost, within(1e-9));
        assertThat(best.profit()).isCloseTo(best.net() * 10_000, within(1e-6));
        assertThat(best.outcome()).isEqualTo(Outcome.WORTH_IT);
        // The seven-year is rich by less than it costs; others are fair.
        assertThat(idea(ideas, "seven", Side.SELL).outcome()).isEqualTo(Outcome.COSTS_MORE);
        assertThat(idea(ideas, "seven", Side.BUY).outcome()).isEqualTo(Outcome.NOT_MISPRICED);
        assertThat(idea(ideas, "ten", Side.BUY).outcome()).isEqualTo(Outcome.NOT_MISPRICED);
        assertThat(best.toString()).contains("BUY four", "WORTH_IT", "sell");
    }

    @Test
    void theHedgeLeavesLittleOfEachKeyRateAndNothingOfTheWhole() {
        List<TwoWayQuote> book = List.of(
                quote("three", 3, 0, 0), quote("five", 5, 0, 0), quote("seven", 7, -0.1, 0), quote("ten", 10, 0, 0));
        Mispricing idea = idea(SCAN.scan(book, List.of("three", "five", "ten")), "seven", Side.BUY);
        double level = 0;
        for (Map.Entry<String, Double> leg : idea.hedge().entrySet()) {
            BondQuote terms = bond(leg.getKey(), leg.getKey().equals("five") ? 5 : 10);
            level += leg.getValue()
                    / 100
                    * (terms.dirtyPrice(CURVE.shifted(-1e-6)) - terms.dirtyPrice(CURVE.shifted(1e-6)));
        }
        BondQuote seven = bond("seven", 7);
        level += seven.dirtyPrice(CURVE.shifted(-1e-6)) - seven.dirtyPrice(CURVE.shifted(1e-6));

        assertThat(idea.hedge()).containsOnlyKeys("five", "ten");
        assertThat(level / 0.02).isCloseTo(0, within(1e-8));
        assertThat(idea.residualDv01()).isBetween(0.0, 0.06);
        // At the long end there is one neighbour only.
        assertThat(idea(SCAN.scan(book, List.of("three", "five")), "ten", Side.SELL)
                        .hedge())
                .containsOnlyKeys("five");
    }

    @Test
    void fundingAndBorrowingAreCountedAgainstTheCurvesOwnRate() {
        BondQuote terms = bond("four", 4);
        double fair = terms.dirtyPrice(CURVE) - terms.accruedInterest();
        TwoWayQuote sought = new TwoWayQuote(terms, fair, fair, 1e6, 1e6, FAIR_REPO + 0.012, FAIR_REPO - 0.024);
        List<Mispricing> ideas = SCAN.scan(List.of(sought, quote("five", 5, 0, 0)), List.of("five"));
        double dirty = terms.dirtyPrice(CURVE);

        // One hundred and twenty, and two hundred and forty, basis points for thirty days of 360.
        assertThat(idea(ideas, "four", Side.BUY).funding()).isCloseTo(dirty * 0.001, within(1e-9));
        assertThat(idea(ideas, "four", Side.SELL).funding()).isCloseTo(dirty * 0.002, within(1e-9));
    }

    @Test
    void whatCannotBeTradedOrHedgedSaysSo() {
        BondQuote terms = bond("four", 4);
        TwoWayQuote empty = new TwoWayQuote(terms, 90, 91, 1e6, 0, 0.04, 0.04);
        List<Mispricing> ideas = SCAN.scan(List.of(empty, quote("five", 5, -1, 0)), List.of("five"));

        assertThat(idea(ideas, "four", Side.BUY).outcome()).isEqualTo(Outcome.NO_SIZE);
        assertThat(idea(ideas, "five", Side.BUY).outcome()).isEqualTo(Outcome.NO_HEDGE);
    }

    private static BondQuote flows(String label, double... yearly) {
        List<Payment> payments = new ArrayList<>();
        for (int t = 0; t < yearly.length; t++) {
            payments.add(new Payment(TODAY.plusYears(t + 1), yearly[t]));
        }
        return new BondQuote(label, TODAY, payments, 0, 1, 100);
    }

    private static TwoWayQuote at(BondQuote bond, double bid, double ask) {
        return TwoWayQuote.of(bond, bid, ask, 1000, 0.04);
    }

    @Test
    void twoBondsOfTheSameTermsAtCrossingPricesAreAnArbitrage() {
        StaticArbitrage found = StaticArbitrage.in(
                List.of(at(flows("dear", 5, 105), 101, 101.1), at(flows("same", 5, 105), 100.4, 100.5)));

        assertThat(found.isFound()).isTrue();
        assertThat(found.faces()).containsOnlyKeys("dear", "same");
        assertThat(found.faces().get("dear")).isCloseTo(-1000, within(1e-6));
        assertThat(found.faces().get("same")).isCloseTo(1000, within(1e-6));
        assertThat(found.profit()).isCloseTo(5, within(1e-6));
        assertThat(found.toString()).contains("5.00 today", "sell 1000 dear");
    }

    @Test
    void aBondIsHeldAgainstThePortfolioThatPaysTheSame() {
        TwoWayQuote one = at(flows("one", 100), 95, 95.1);
        TwoWayQuote two = at(flows("two", 0, 100), 90, 90.2);
        BondQuote coupon = flows("coupon", 6, 106);

        // 0.06 of the first and 1.06 of the second, bought or sold.
        assertThat(StaticArbitrage.highestPrice(coupon, List.of(one, two)))
                .hasValueCloseTo(0.06 * 95.1 + 1.06 * 90.2, within(1e-7));
        assertThat(StaticArbitrage.lowestPrice(coupon, List.of(one, two)))
                .hasValueCloseTo(0.06 * 95 + 1.06 * 90, within(1e-7));
        assertThat(StaticArbitrage.in(List.of(one, two, at(coupon, 101.30, 101.4)))
                        .isFound())
                .isFalse();
        StaticArbitrage dear = StaticArbitrage.in(List.of(one, two, at(coupon, 101.50, 101.6)));
        assertThat(dear.faces().get("coupon")).isNegative();
        assertThat(dear.faces().get("two")).isPositive();
        StaticArbitrage cheap = StaticArbitrage.in(List.of(one, two, at(coupon, 100.9, 101)));
        assertThat(cheap.faces().get("coupon")).isPositive();
        // What pays too early cannot stand for what pays late, though money may wait.
        assertThat(StaticArbitrage.highestPrice(flows("late", 0, 0, 100), List.of(one, two)))
                .hasValueCloseTo(90.2, within(1e-7));
        assertThat(StaticArbitrage.lowestPrice(flows("late", 0, 0, 100), List.of(one, two)))
                .hasValueCloseTo(0.0, within(1e-7));
        assertThat(StaticArbitrage.highestPrice(flows("early", 100), List.of(two)))
                .isEmpty();
    }

    /** Eighty notes with hundreds of payment days, as degenerate as such programs get. */
    @Test
    void aBookOfManyNotesIsSearchedThrough() {
        List<TwoWayQuote> book = new ArrayList<>();
        for (int k = 0; k < 80; k++) {
            LocalDate maturity = LocalDate.of(2026 + k / 12, 1 + k % 12, k % 2 == 0 ? 15 : 28);
            FixedCouponBond note = FixedCouponBond.of(
                    BondConventions.US_TREASURY,
                    0.02 + 0.0025 * (k % 9),
                    maturity.minusYears(10).toString(),
                    maturity.toString());
            BondQuote terms = CurvePricing.of(note, TODAY).quote("note " + k, 100);
            double fair = terms.dirtyPrice(CURVE) - terms.accruedInterest();
            double away = k == 41 ? 3 : 0;
            book.add(TwoWayQuote.of(terms, fair + away - 0.01, fair + away + 0.01, 1e6, 0.04));
        }
        StaticArbitrage found = StaticArbitrage.in(book);

        assertThat(found.faces().get("note 41")).isCloseTo(-1e6, within(1.0));
        assertThat(found.profit()).isBetween(1_000.0, 30_000.0);
        book.remove(41);
        assertThat(StaticArbitrage.in(book).isFound()).isFalse();
    }

    @Property(tries = 60)
    void pricesOffOneCurveLeaveNoArbitrageAndWhatIsFoundNeedsNoMoney(@ForAll int seed) {
        Random random = new Random(seed);
        List<TwoWayQuote> book = new ArrayList<>();
        for (int years = 1; years <= 8; years++) {
            double[] paid = new double[years];
            double coupon = 1 + random.nextInt(6);
            java.util.Arrays.fill(paid, coupon);
            paid[years - 1] += 100;
            BondQuote bond = flows("b" + years, paid);
            double fair = bond.dirtyPrice(CURVE);
            book.add(at(bond, fair - 0.01, fair + 0.01));
        }
        assertThat(StaticArbitrage.in(book).isFound()).isFalse();
        // One bond so far off that its payments may wait a year for the next maturity's: found, every date paid for.
        TwoWayQuote off = book.get(5);
        book.set(5, at(off.terms(), off.bid() - 8, off.ask() - 8));
        StaticArbitrage found = StaticArbitrage.in(book);
        double held = 0;
        for (int year = 1; year <= 8; year++) {
            for (TwoWayQuote quote : book) {
                if (quote.terms().payments().size() >= year) {
                    held += found.faces().getOrDefault(quote.label(), 0.0)
                            / 100
                            * quote.terms().payments().get(year - 1).amount();
                }
            }
            assertThat(held).isGreaterThan(-1e-5);
        }
        assertThat(found.faces().get("b6")).isPositive();
        double today = 0;
        for (TwoWayQuote quote : book) {
            double face = found.faces().getOrDefault(quote.label(), 0.0);
            today -= face / 100 * (face > 0 ? quote.ask() : quote.bid());
        }
        assertThat(found.profit()).isCloseTo(today, within(1e-5)).isPositive();
    }

    @Test
    void badInputIsRefused() {
        BondQuote terms = bond("four", 4);
        TwoWayQuote good = quote("four", 4, 0, 0.01);
        BondQuote later = CurvePricing.of(
                        FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2030-05-15"),
                        TODAY.plusDays(2))
                .quote("later", 100);
        List<ThrowingCallable> bad = List.of(
                () -> TwoWayQuote.of(terms, 100, 99, 1, 0.04),
                () -> TwoWayQuote.of(terms, -5, 99, 1, 0.04),
                () -> TwoWayQuote.of(terms, Double.NaN, 99, 1, 0.04),
                () -> TwoWayQuote.of(terms, 99, Double.NaN, 1, 0.04),
                () -> TwoWayQuote.of(terms, 99, 100, -1, 0.04),
                () -> TwoWayQuote.of(terms, 99, 100, 1, 4),
                () -> new TwoWayQuote(terms, 99, 100, 1, 1, 0.04, 0.05),
                () -> new ArbitrageScan(CURVE, KeyTenors.standard(), 0),
                () -> SCAN.scan(List.of(good, good), List.of()),
                () -> SCAN.scan(List.of(good), List.of("five")),
                () -> StaticArbitrage.in(List.of()),
                () -> StaticArbitrage.in(List.of(good, good)),
                () -> StaticArbitrage.in(List.of(good, TwoWayQuote.of(later, 99, 100, 1, 0.04))),
                () -> StaticArbitrage.highestPrice(terms, List.of()),
                () -> StaticArbitrage.highestPrice(terms, List.of(good)),
                () -> StaticArbitrage.lowestPrice(later, List.of(good)));
        for (int i = 0; i < bad.size(); i++) {
            assertThatThrownBy(bad.get(i)).as("call %d", i).isInstanceOf(BondTraderException.class);
        }
    }
}
