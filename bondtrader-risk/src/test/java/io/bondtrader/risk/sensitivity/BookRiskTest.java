package io.bondtrader.risk.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class BookRiskTest {

    private static final TradingBook BOOK = new TradingBook("house", "rates", "ten year");

    private static Position position(Security security, String face) {
        return new Position(security, BOOK, "ann", new BigDecimal(face));
    }

    @Test
    void aZeroCouponBondLosesItsTimeTimesItsWorthPerBasisPoint() {
        LocalDate maturity = SampleBook.SETTLEMENT.plusDays(3650);
        Security zero = Security.of(
                "Z", ZeroCouponBond.of(BondConventions.EUROBOND, LocalDate.of(2025, 1, 15), maturity), "USD");
        RiskMarket market = RiskMarket.of(SampleBook.SETTLEMENT, "USD", SampleBook.curve("flat", 0.03));

        BookRisk risk = BookRisk.of(ValuedBook.of(List.of(position(zero, "-2000000")), market));

        long days = BondConventions.EUROBOND.paymentDate(maturity).toEpochDay() - SampleBook.SETTLEMENT.toEpochDay();
        double years = days / 365.0;
        double worth = -2_000_000 * SampleBook.curve("flat", 0.03).discountFactor(years);
        RiskTotals totals = risk.totals();
        assertThat(totals.marketValue()).isCloseTo(worth, within(1e-6));
        assertThat(totals.dv01()).isCloseTo(1e-4 * years * worth, within(1e-6));
        assertThat(totals.cs01()).isCloseTo(1e-4 * years * worth, within(1e-6));
        assertThat(totals.convexity()).isCloseTo(1e-8 * years * years * worth, within(Math.abs(1e-3 * worth * 1e-6)));
        assertThat(totals.accruedInterest()).isZero();
        assertThat(totals.face()).isEqualTo(-2_000_000);
    }

    @Test
    void aPriceImpliesTheSpreadAtWhichTheBondIsWorthIt() {
        Security bond = SampleBook.securities(2).get(1);
        RiskMarket market = SampleBook.market();

        BookRisk risk = BookRisk.of(ValuedBook.of(List.of(position(bond, "1000000")), market));
        SecurityRisk per100 = risk.security("S1");

        CurvePricing alone = CurvePricing.of(bond.bond(), SampleBook.SETTLEMENT);
        double dirty = 93 + alone.yieldPricing().accruedInterest();
        assertThat(per100.dirtyPrice()).isEqualTo(dirty);
        assertThat(per100.zSpread()).isEqualTo(alone.zSpread(market.curve(bond.currency()), dirty));
        assertThat(per100.toString()).startsWith("S1: dirty " + String.format(java.util.Locale.ROOT, "%.6f", dirty));
    }

    @Test
    void everyMeasureIsConfirmedByRevaluationOnePositionAtATime() {
        ValuedBook book = ValuedBook.of(SampleBook.positions(90, 40), SampleBook.market());

        VerifiedBookRisk verified = VerifiedBookRisk.of(BookRisk.of(book), Verifier.flagging());

        assertThat(List.of(verified.marketValue(), verified.dv01(), verified.cs01(), verified.convexity()))
                .allMatch(Verified::isAgreed);
        for (int key = 0; key < KeyTenors.standard().count(); key++) {
            assertThat(verified.keyRateDv01(key).isAgreed())
                    .as("%s", verified.keyRateDv01(key))
                    .isTrue();
        }
    }

    @Test
    void groupsAddUpToTheWholeInEveryDimension() {
        BookRisk risk = BookRisk.of(ValuedBook.of(SampleBook.positions(200, 50), SampleBook.market()));
        RiskTotals whole = risk.totals();

        for (Dimension dimension : Dimension.values()) {
            Map<String, RiskTotals> groups = risk.by(dimension);
            assertThat(groups.values().stream().mapToDouble(RiskTotals::dv01).sum())
                    .as("%s", dimension)
                    .isCloseTo(whole.dv01(), within(1e-6));
            assertThat(groups.values().stream()
                            .mapToDouble(RiskTotals::marketValue)
                            .sum())
                    .isCloseTo(whole.marketValue(), within(1e-4));
            assertThat(groups.values().stream().mapToInt(RiskTotals::positions).sum())
                    .isEqualTo(200);
        }
        assertThat(risk.by(List.of(Dimension.DESK, Dimension.RATING)))
                .hasSize(4)
                .containsKey(List.of("rates", "AA+"));
        assertThat(whole.keyRateDv01s().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(whole.dv01(), within(1e-6));
        assertThat(risk.toString()).startsWith("BookRisk in USD of 200 positions: face ");
    }

    @Test
    void manyThreadsGiveTheBitsOfOne() {
        List<Position> positions = SampleBook.positions(700, 400);
        Parallelism three = Parallelism.on(ForkJoinPool.commonPool(), 3);

        ValuedBook one = ValuedBook.of(positions, SampleBook.market());
        ValuedBook many = ValuedBook.of(positions, SampleBook.market(), three);

        assertThat(BookRisk.of(many, KeyTenors.standard(), three).totals())
                .isEqualTo(BookRisk.of(one).totals());
        double[] shifts = new double[one.securities()];
        java.util.Arrays.fill(shifts, 0.0025);
        CurveScenario twist = CurveScenario.steepener(0.01, 2, 10);
        assertThat(many.dirtyPrices(currency -> twist, shifts, three))
                .isEqualTo(one.dirtyPrices(currency -> twist, shifts, Parallelism.callingThread()));
    }

    @Test
    void aBondThatHasMaturedIsAFailureInItsPlaceAndCountsForNothing() {
        Security matured = Security.of(
                "M", FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2015-05-15", "2025-05-15"), "USD");
        Security alive = SampleBook.securities(1).get(0);
        List<Position> positions = List.of(position(matured, "1000"), position(alive, "1000"));

        ValuedBook book = ValuedBook.of(positions, SampleBook.market());

        assertThat(book.failures()).containsOnlyKeys(0);
        assertThatThrownBy(book::requireComplete).isInstanceOf(BondTraderException.class);
        assertThat(BookRisk.of(book).position(0).marketValue()).isZero();
        assertThat(BookRisk.of(book).totals().dv01())
                .isEqualTo(BookRisk.of(book).position(1).dv01());
        assertThat(book.dirtyPrices(c -> CurveScenario.parallel(0.01), null, Parallelism.callingThread())[0])
                .isZero();
    }

    @Test
    void refusesWhatNoBookCanHold() {
        Security euro = SampleBook.securities(3).get(2);
        RiskMarket dollars = RiskMarket.of(SampleBook.SETTLEMENT, "USD", SampleBook.curve("USD", 0.03));
        assertThatThrownBy(() -> ValuedBook.of(List.of(position(euro, "1")), dollars))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("EUR");
        Security twin = euro.rated("CCC");
        assertThatThrownBy(() -> ValuedBook.of(List.of(position(euro, "1"), position(twin, "1")), SampleBook.market()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("S2");
        BookRisk risk = BookRisk.of(ValuedBook.of(List.of(position(euro, "1")), SampleBook.market()));
        assertThatThrownBy(() -> risk.security("nobody")).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> risk.position(1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> risk.by(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> risk.security("S2").keyRateDv01(11)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> risk.book().dirtyPrices(c -> null, new double[2], Parallelism.callingThread()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        risk.book().dirtyPrices(c -> null, new double[] {Double.NaN}, Parallelism.callingThread()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> VerifiedBookRisk.of(risk, Verifier.flagging()).keyRateDv01(-1))
                .isInstanceOf(InvalidInput.class);
        RiskMarket.Builder builder = RiskMarket.builder(SampleBook.SETTLEMENT, "USD");
        assertThatThrownBy(() -> RiskMarket.builder(SampleBook.SETTLEMENT, "Dollar"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.exchangeRate("EUR", Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.exchangeRate("USD", 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.cleanPrice("S1", Double.POSITIVE_INFINITY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.cleanPrice(" ", 100)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RiskMarket.builder(SampleBook.SETTLEMENT.minusDays(1), "USD")
                        .curve("USD", SampleBook.curve("late", 0.01)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TenorBuckets(List.of(1.0, 1.0))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TenorBuckets(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TenorBuckets.standard().bucketOf(Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void bucketsBeginAtTheirLowerBound() {
        assertThat(TenorBuckets.standard().bucketOf(0)).isEqualTo("0Y-1Y");
        assertThat(TenorBuckets.standard().bucketOf(10)).isEqualTo("10Y-20Y");
        assertThat(TenorBuckets.standard().bucketOf(55)).isEqualTo("20Y+");
        assertThat(new TenorBuckets(List.of(0.5)).names()).containsExactly("0Y-0.5Y", "0.5Y+");
    }
}
