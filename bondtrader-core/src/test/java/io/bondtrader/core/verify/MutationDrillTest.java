package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponRule;
import io.bondtrader.core.bond.DecimalRounding;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CallablePricing;
import io.bondtrader.core.pricing.HoldingPeriod;
import io.bondtrader.core.pricing.Sensitivities;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Schedule;
import io.bondtrader.core.time.ScheduleTerms;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Does verification work? Faults are put into the first path one at a time, and each must be caught by the second, which
 * knows nothing of them. Without a fault everything agrees.
 */
final class MutationDrillTest {

    private static final Verifier VERIFIER =
            Verifier.builder().alerts(alert -> {}).build();

    private static final BondConvention MARKET = BondConvention.builder("DRILL").build();
    private static final double YIELD = 0.047;

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    /** A fault and what the second path has to say about it. */
    private record Outcome(String fault, List<Verified> measures) {

        Verified caughtBy() {
            return measures.stream()
                    .filter(measure -> !measure.isAgreed())
                    .findFirst()
                    .orElse(measures.get(0));
        }

        boolean caught() {
            return !caughtBy().isAgreed();
        }
    }

    private final List<Outcome> outcomes = new ArrayList<>();

    // ---- bonds -----------------------------------------------------------------------------------------------------

    private static FixedCouponBond regular(BondConvention convention) {
        return FixedCouponBond.of(convention, 0.0625, "2024-11-15", "2035-11-15");
    }

    /** Last day of a month: 28 February, 31 August. */
    private static FixedCouponBond monthEnd(boolean endOfMonth) {
        return FixedCouponBond.of(
                MARKET.toBuilder().endOfMonth(endOfMonth).build(), 0.0625, "2024-02-29", "2034-02-28");
    }

    private static FixedCouponBond withDates(
            LocalDate start, LocalDate maturity, @Nullable LocalDate firstCoupon, @Nullable LocalDate penultimate) {
        CouponDates dates = new CouponDates(start, maturity, Frequency.SEMIANNUAL, true, firstCoupon, penultimate);
        return new FixedCouponBond(MARKET, dates, 0.0625, null);
    }

    // ---- seams -----------------------------------------------------------------------------------------------------

    /** All measures with the right path, then with the wrong one. */
    private void inject(String fault, BondPricing right, PrimaryPath wrong) {
        assertThat(measures(right, PrimaryPath.of(right)))
                .as("without the fault: %s", fault)
                .allMatch(Verified::isAgreed);
        outcomes.add(new Outcome(fault, measures(right, wrong)));
    }

    /** The fault is in the terms that the first path works from. */
    private void terms(String fault, BondPricing right, BondPricing wrong) {
        inject(fault, right, PrimaryPath.of(wrong));
    }

    /** The fault is in a number on its way out. */
    private void values(String fault, Function<BondPricing, PrimaryPath> wrong) {
        BondPricing right = BondPricing.of(regular(MARKET), SETTLEMENT);
        inject(fault, right, wrong.apply(right));
    }

    private static List<Verified> measures(BondPricing pricing, PrimaryPath primary) {
        VerifiedPricing verified = new VerifiedPricing(pricing, VERIFIER, primary);
        double clean =
                pricing.cleanPriceFromYield(YIELD) - 0.731; // not the price of the yield that prices are asked at
        List<Verified> measures = new ArrayList<>(List.of(
                verified.cleanPrice(YIELD),
                verified.dirtyPrice(YIELD),
                verified.accruedInterest(),
                verified.yieldToMaturity(clean),
                verified.modifiedDuration(YIELD),
                verified.macaulayDuration(YIELD),
                verified.convexity(YIELD),
                verified.dv01(YIELD)));
        if (!primary.cashFlows().isEmpty()) {
            measures.add(verified.averageLife());
        }
        measures.addAll(verified.cashFlows());
        return measures;
    }

    /** A first path with one method gone wrong. */
    private record Faulty(
            BondPricing pricing,
            double accruedInterest,
            DoubleUnaryOperator price,
            DoubleUnaryOperator solver,
            UnaryOperator<Sensitivities> altered)
            implements PrimaryPath {

        static Faulty accrued(BondPricing pricing, double accrued) {
            return new Faulty(
                    pricing,
                    accrued,
                    pricing::dirtyPriceFromYield,
                    pricing::yieldFromDirtyPrice,
                    UnaryOperator.identity());
        }

        static Faulty price(BondPricing pricing, DoubleUnaryOperator price) {
            return new Faulty(
                    pricing, pricing.accruedInterest(), price, pricing::yieldFromDirtyPrice, UnaryOperator.identity());
        }

        static Faulty solver(BondPricing pricing, DoubleUnaryOperator solver) {
            return new Faulty(
                    pricing, pricing.accruedInterest(), pricing::dirtyPriceFromYield, solver, UnaryOperator.identity());
        }

        static Faulty derivatives(BondPricing pricing, UnaryOperator<Sensitivities> altered) {
            return new Faulty(
                    pricing,
                    pricing.accruedInterest(),
                    pricing::dirtyPriceFromYield,
                    pricing::yieldFromDirtyPrice,
                    altered);
        }

        @Override
        public double dirtyPriceFromYield(double yield) {
            return price.applyAsDouble(yield);
        }

        @Override
        public double yieldFromDirtyPrice(double dirtyPrice) {
            return solver.applyAsDouble(dirtyPrice);
        }

        @Override
        public Sensitivities sensitivities(double yield) {
            return altered.apply(pricing.sensitivities(yield));
        }

        @Override
        public List<CashFlow> cashFlows() {
            return pricing.cashFlows();
        }

        @Override
        public double averageLife() {
            return pricing.averageLife();
        }
    }

    private static Sensitivities altered(Sensitivities at, double first, double second, double macaulay) {
        return new Sensitivities(at.dirtyPrice(), first, second, at.weightedTime(), macaulay);
    }

    // ---- the drill -------------------------------------------------------------------------------------------------

    @Test
    void everySeededFaultIsCaughtAndNothingElseIs() {
        flowFaults();
        calledFaults();
        conventionFaults();
        priceFaults();
        solverFaults();
        derivativeFaults();
        timeFaults();
        flowListFaults();
        billFaults();
        forwardFaults();

        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%n%-52s  %-18s  %-24s  %s%n", "fault", "caught by", "first path", "second path"));
        for (Outcome outcome : outcomes) {
            Verified by = outcome.caughtBy();
            table.append(String.format(
                    Locale.ROOT,
                    "%-52s  %-18s  %-24s  %s%n",
                    outcome.fault(),
                    outcome.caught() ? by.measure().name() : "NOT CAUGHT",
                    number(by, 0),
                    number(by, 1)));
        }
        System.out.println(table);
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(70);
        assertThat(outcomes.stream().filter(outcome -> !outcome.caught()).map(Outcome::fault))
                .as("faults that verification let pass")
                .isEmpty();
    }

    private static String number(Verified result, int path) {
        PathOutcome outcome = result.paths().get(path);
        return outcome instanceof PathOutcome.Value value ? Double.toString(value.value()) : "failed";
    }

    private void flowFaults() {
        BondPricing right = BondPricing.of(regular(MARKET), SETTLEMENT);
        LocalDate maturity = LocalDate.of(2035, 11, 15);
        terms(
                "one coupon too many at the end",
                right,
                BondPricing.of(
                        FixedCouponBond.of(MARKET, 0.0625, LocalDate.of(2024, 11, 15), maturity.plusMonths(6)),
                        SETTLEMENT));
        terms(
                "last coupon forgotten",
                right,
                BondPricing.of(
                        FixedCouponBond.of(MARKET, 0.0625, LocalDate.of(2024, 11, 15), maturity.minusMonths(6)),
                        SETTLEMENT));
        terms(
                "coupons paid once a year instead of twice",
                right,
                BondPricing.of(
                        regular(MARKET.toBuilder().frequency(Frequency.ANNUAL).build()), SETTLEMENT));
        terms("settlement a day late", right, BondPricing.of(regular(MARKET), SETTLEMENT.plusDays(1)));
        terms("settlement a day early", right, BondPricing.of(regular(MARKET), SETTLEMENT.minusDays(1)));
        terms(
                "end of month lost",
                BondPricing.of(monthEnd(true), SETTLEMENT),
                BondPricing.of(monthEnd(false), SETTLEMENT));
        LocalDate couponDay = LocalDate.of(2026, 5, 15);
        inject(
                "coupon on the settlement date counted",
                BondPricing.of(regular(MARKET), couponDay),
                Faulty.price(
                        BondPricing.of(regular(MARKET), couponDay),
                        yield -> BondPricing.of(regular(MARKET), couponDay).dirtyPriceFromYield(yield) + 3.125));
        inject(
                "redemption missing",
                right,
                Faulty.price(
                        right,
                        yield -> right.dirtyPriceFromYield(yield)
                                - 100.0 * StrictMath.pow(1.0 + yield / 2.0, -19.0 - 59.0 / 181.0)));
        LocalDate odd = LocalDate.of(2035, 8, 31);
        terms(
                "odd last period treated as regular",
                BondPricing.of(withDates(LocalDate.of(2024, 11, 15), odd, null, LocalDate.of(2035, 5, 15)), SETTLEMENT),
                right);
        LocalDate issue = LocalDate.of(2026, 1, 20);
        terms(
                "short first period treated as regular",
                BondPricing.of(withDates(issue, maturity, null, null), SETTLEMENT),
                right);
        terms(
                "long first period split in two",
                BondPricing.of(withDates(issue, maturity, LocalDate.of(2026, 11, 15), null), SETTLEMENT),
                BondPricing.of(withDates(issue, maturity, null, null), SETTLEMENT));
        CouponDates dates = regular(MARKET).dates();
        List<Double> rates = new ArrayList<>(java.util.Collections.nCopies(11, 0.05));
        rates.addAll(java.util.Collections.nCopies(11, 0.0625));
        List<Double> early = new ArrayList<>(java.util.Collections.nCopies(10, 0.05));
        early.addAll(java.util.Collections.nCopies(12, 0.0625));
        terms(
                "step-up a period too early",
                BondPricing.of(StepUpBond.of(MARKET, dates, rates), SETTLEMENT),
                BondPricing.of(StepUpBond.of(MARKET, dates, early), SETTLEMENT));
        terms("amortisation ignored", BondPricing.of(AmortisingBond.linear(MARKET, dates, 0.0625), SETTLEMENT), right);
        PerpetualBond consol = PerpetualBond.of(MARKET, LocalDate.of(2024, 11, 15), LocalDate.of(2025, 5, 15), 0.0625);
        terms(
                "perpetual coupons grow by mistake",
                BondPricing.of(consol, SETTLEMENT),
                BondPricing.of(
                        new PerpetualBond(MARKET, consol.accrualStart(), consol.firstCouponDate(), 0.0625, 1e-5, null),
                        SETTLEMENT));
        ZeroCouponBond strip = ZeroCouponBond.of(MARKET, LocalDate.of(2024, 11, 15), maturity);
        terms(
                "strip counted in years of 365 days",
                BondPricing.of(strip, SETTLEMENT),
                BondPricing.of(
                        ZeroCouponBond.of(
                                MARKET.toBuilder().dayCount(DayCounts.ACT_365F).build(), strip.issueDate(), maturity),
                        SETTLEMENT));
    }

    private void calledFaults() {
        ExerciseRight right = new ExerciseRight(LocalDate.of(2029, 8, 1), 102.0, ExerciseRight.Kind.CALL);
        CallablePricing callable = CallablePricing.of(new CallableBond(regular(MARKET), List.of(right)), SETTLEMENT);
        BondPricing called = callable.to(right.date());
        terms("call forgotten", called, BondPricing.of(regular(MARKET), SETTLEMENT));
        ExerciseRight atPar = new ExerciseRight(right.date(), 100.0, ExerciseRight.Kind.CALL);
        terms(
                "call at par instead of its price",
                called,
                CallablePricing.of(new CallableBond(regular(MARKET), List.of(atPar)), SETTLEMENT)
                        .to(right.date()));
        terms(
                "interest up to the call forgotten",
                called,
                CallablePricing.of(
                                new CallableBond(
                                        regular(MARKET),
                                        List.of(new ExerciseRight(
                                                LocalDate.of(2029, 5, 15), 102.0, ExerciseRight.Kind.CALL))),
                                SETTLEMENT)
                        .to(LocalDate.of(2029, 5, 15)));
    }

    private void conventionFaults() {
        BondPricing right = BondPricing.of(regular(MARKET), SETTLEMENT);
        terms(
                "30/360 instead of ACT/ACT",
                right,
                BondPricing.of(
                        regular(MARKET.toBuilder()
                                .dayCount(DayCounts.THIRTY_360)
                                .build()),
                        SETTLEMENT));
        BondConvention fixed365 =
                MARKET.toBuilder().dayCount(DayCounts.ACT_365F).build();
        BondConvention noLeap = MARKET.toBuilder().dayCount(DayCounts.NL_365).build();
        terms(
                "leap day lost",
                BondPricing.of(regular(fixed365), SETTLEMENT),
                BondPricing.of(regular(noLeap), SETTLEMENT));
        BondConvention gilt =
                MARKET.toBuilder().exCoupon(ExCouponRule.businessDays(6, "UK")).build();
        LocalDate exDay = LocalDate.of(2026, 5, 12);
        terms("ex-coupon day forgotten", BondPricing.of(regular(gilt), exDay), BondPricing.of(regular(MARKET), exDay));
        BondConvention ukDays =
                MARKET.toBuilder().exCoupon(ExCouponRule.businessDays(9, "UK")).build();
        BondConvention weekdays = MARKET.toBuilder()
                .exCoupon(ExCouponRule.businessDays(9, "WEEKENDS"))
                .build();
        LocalDate beforeHoliday = LocalDate.of(2026, 5, 1); // London closes on Monday, 4 May
        terms(
                "ex-coupon days by the wrong calendar",
                BondPricing.of(regular(ukDays), beforeHoliday),
                BondPricing.of(regular(weekdays), beforeHoliday));
        BondConvention rounded =
                MARKET.toBuilder().accruedRounding(DecimalRounding.halfUp(3)).build();
        terms("rounding of accrued dropped", BondPricing.of(regular(rounded), SETTLEMENT), right);
        BondConvention effective =
                MARKET.toBuilder().couponRule(CouponRule.EFFECTIVE).build();
        terms("effective coupon paid as nominal", BondPricing.of(regular(effective), SETTLEMENT), right);
        terms(
                "equal coupons paid by days",
                BondPricing.of(
                        regular(fixed365.toBuilder()
                                .couponRule(CouponRule.EQUAL_PARTS)
                                .build()),
                        SETTLEMENT),
                BondPricing.of(regular(fixed365), SETTLEMENT));
        terms(
                "annual instead of semiannual compounding",
                right,
                BondPricing.of(regular(MARKET), SETTLEMENT, YieldConvention.ICMA_ANNUAL));
        terms(
                "continuous instead of semiannual compounding",
                right,
                BondPricing.of(regular(MARKET), SETTLEMENT, YieldConvention.CONTINUOUS));
        terms(
                "first period compounded instead of simple",
                BondPricing.of(regular(MARKET), SETTLEMENT, YieldConvention.US_TREASURY),
                right);
        LocalDate last = LocalDate.of(2035, 8, 1);
        terms(
                "last period compounded instead of simple",
                BondPricing.of(regular(MARKET), last, YieldConvention.US_STREET),
                BondPricing.of(regular(MARKET), last, YieldConvention.COMPOUND));
        terms(
                "last period by coupon days instead of ACT/365",
                BondPricing.of(regular(MARKET), last, YieldConvention.CANADIAN),
                BondPricing.of(regular(MARKET), last, YieldConvention.US_STREET));
        BondConvention following = MARKET.toBuilder()
                .calendar("US_GOVT")
                .paymentConvention(io.bondtrader.core.time.BusinessDayConvention.FOLLOWING)
                .build();
        terms(
                "true yield without the wait for business days",
                BondPricing.of(regular(following), SETTLEMENT, YieldConvention.TRUE_YIELD),
                BondPricing.of(regular(following), SETTLEMENT, YieldConvention.US_STREET));
        terms(
                "simple yield compounded",
                BondPricing.of(regular(MARKET), SETTLEMENT, YieldConvention.JGB_SIMPLE),
                right);
        terms(
                "money-market year of 365 days",
                BondPricing.of(regular(MARKET), SETTLEMENT, YieldConvention.MONEY_MARKET),
                BondPricing.of(regular(MARKET), SETTLEMENT, YieldConvention.SIMPLE_365));
        YieldConvention days = YieldConvention.onDays("D", Compounding.ANNUAL, DayCounts.ACT_365F, false, "drill");
        YieldConvention isda = YieldConvention.onDays("I", Compounding.ANNUAL, DayCounts.ACT_ACT_ISDA, false, "drill");
        terms(
                "times by another day count",
                BondPricing.of(regular(MARKET), SETTLEMENT, days),
                BondPricing.of(regular(MARKET), SETTLEMENT, isda));
    }

    private void priceFaults() {
        values("accrued interest dropped", right -> Faulty.accrued(right, 0.0));
        values("accrued interest with the wrong sign", right -> Faulty.accrued(right, -right.accruedInterest()));
        values("clean and dirty price swapped", right -> Faulty.price(right, right::cleanPriceFromYield));
        values("price with the wrong sign", right -> Faulty.price(right, yield -> -right.dirtyPriceFromYield(yield)));
        values("yield taken for minus the yield", right -> Faulty.price(right, y -> right.dirtyPriceFromYield(-y)));
        values(
                "price per 1 instead of per 100",
                right -> Faulty.price(right, y -> right.dirtyPriceFromYield(y) / 100.0));
        values("price in single precision", right -> Faulty.price(right, y -> (float) right.dirtyPriceFromYield(y)));
        values(
                "discounted one period too long",
                right -> Faulty.price(right, y -> right.dirtyPriceFromYield(y) / (1.0 + y / 2.0)));
        values(
                "price off by the last cent of a billion",
                right -> Faulty.price(right, y -> right.dirtyPriceFromYield(y) + 1e-9));
    }

    private void solverFaults() {
        values("yield in percent", right -> Faulty.solver(right, p -> 100.0 * right.yieldFromDirtyPrice(p)));
        values("yield per period", right -> Faulty.solver(right, p -> 0.5 * right.yieldFromDirtyPrice(p)));
        values("Newton stopped a step early", right -> Faulty.solver(right, p -> newtonFromCoupon(right, p, 2)));
        values(
                "yield of the clean price",
                right -> Faulty.solver(right, p -> right.yieldFromDirtyPrice(p - right.accruedInterest())));
        values(
                "effective instead of nominal yield",
                right -> Faulty.solver(right, p -> {
                    double perPeriod = 0.5 * right.yieldFromDirtyPrice(p);
                    return (1.0 + perPeriod) * (1.0 + perPeriod) - 1.0;
                }));
        values("solver left at its first guess", right -> Faulty.solver(right, p -> 0.0625));
    }

    private static double newtonFromCoupon(BondPricing pricing, double dirtyPrice, int steps) {
        double yield = 0.0625;
        for (int step = 0; step < steps; step++) {
            Sensitivities at = pricing.sensitivities(yield);
            yield -= (at.dirtyPrice() - dirtyPrice) / at.firstDerivative();
        }
        return yield;
    }

    private void derivativeFaults() {
        derivative(
                "derivative with the wrong sign",
                at -> altered(at, -at.firstDerivative(), at.secondDerivative(), at.macaulayDuration()));
        derivative(
                "derivative by the price instead of the yield",
                at -> altered(
                        at, at.firstDerivative() / at.dirtyPrice(), at.secondDerivative(), at.macaulayDuration()));
        derivative(
                "derivative times 100",
                at -> altered(at, 100.0 * at.firstDerivative(), at.secondDerivative(), at.macaulayDuration()));
        derivative(
                "modified duration left undivided by 1 + y/f",
                at -> altered(
                        at, at.firstDerivative() * (1.0 + YIELD / 2.0), at.secondDerivative(), at.macaulayDuration()));
        derivative(
                "Macaulay duration divided by 1 + y/f",
                at -> altered(
                        at, at.firstDerivative(), at.secondDerivative(), at.macaulayDuration() / (1.0 + YIELD / 2.0)));
        derivative(
                "Macaulay duration in periods",
                at -> altered(at, at.firstDerivative(), at.secondDerivative(), 2.0 * at.macaulayDuration()));
        derivative(
                "convexity without the square",
                at -> altered(
                        at,
                        at.firstDerivative(),
                        -at.firstDerivative() * at.macaulayDuration(),
                        at.macaulayDuration()));
        derivative(
                "convexity halved for Taylor",
                at -> altered(at, at.firstDerivative(), 0.5 * at.secondDerivative(), at.macaulayDuration()));
        derivative(
                "derivatives of the clean price",
                at -> new Sensitivities(
                        at.dirtyPrice() - 2.0834,
                        at.firstDerivative(),
                        at.secondDerivative(),
                        at.weightedTime(),
                        at.macaulayDuration()));
        derivative(
                "derivative at a yield a basis point off",
                at -> BondPricing.of(regular(MARKET), SETTLEMENT).sensitivities(YIELD + 1e-4));
    }

    private void derivative(String fault, UnaryOperator<Sensitivities> altered) {
        values(fault, right -> Faulty.derivatives(right, altered));
    }

    /** A first path whose flows went wrong and whose prices did not. */
    private record FaultyFlows(BondPricing pricing, List<CashFlow> cashFlows, double averageLife)
            implements PrimaryPath {

        @Override
        public double accruedInterest() {
            return pricing.accruedInterest();
        }

        @Override
        public double dirtyPriceFromYield(double yield) {
            return pricing.dirtyPriceFromYield(yield);
        }

        @Override
        public double yieldFromDirtyPrice(double dirtyPrice) {
            return pricing.yieldFromDirtyPrice(dirtyPrice);
        }

        @Override
        public Sensitivities sensitivities(double yield) {
            return pricing.sensitivities(yield);
        }
    }

    private void flowListFaults() {
        BondPricing right = BondPricing.of(regular(MARKET), SETTLEMENT);
        List<CashFlow> flows = right.cashFlows();
        double life = right.averageLife();
        inject(
                "last flow missing from the list",
                right,
                new FaultyFlows(right, flows.subList(0, flows.size() - 1), life));
        List<CashFlow> shifted = flows.stream()
                .map(flow -> new CashFlow(
                        flow.accrualStart(),
                        flow.dueDate().plusDays(1),
                        flow.accrualFraction(),
                        flow.coupon(),
                        flow.principal()))
                .toList();
        inject("flows a day late", right, new FaultyFlows(right, shifted, life));
        inject("average life in periods", right, new FaultyFlows(right, flows, 2.0 * life));
        inject("average life by years of 360 days", right, new FaultyFlows(right, flows, life * 365.0 / 360.0));
    }

    private void billFaults() {
        LocalDate maturity = SETTLEMENT.plusDays(270);
        VerifiedBills bills = VerifiedBills.of(SETTLEMENT, maturity, VERIFIER);
        double price = 97.0;
        double discount = bills.pricing().discountRateFromPrice(price);
        double equivalent = bills.pricing().bondEquivalentYieldFromPrice(price);
        double money = bills.pricing().moneyMarketYieldFromPrice(price);
        assertThat(List.of(
                        bills.discountRate(price, discount),
                        bills.bondEquivalentYield(price, equivalent),
                        bills.moneyMarketYield(price, money)))
                .allMatch(Verified::isAgreed);
        bill("discount rate by a year of 365 days", bills.discountRate(price, discount * 365.0 / 360.0));
        bill("discount rate on the price, not on 100", bills.discountRate(price, money));
        bill(
                "bill yield without the half-year's interest",
                bills.bondEquivalentYield(price, (100.0 / price - 1.0) * 365.0 / 270.0));
        bill("bill yield by a year of 366 days", bills.bondEquivalentYield(price, equivalent * 366.0 / 365.0));
        bill("discount rate taken for the yield", bills.moneyMarketYield(price, discount));
        bill("bill yield a day too long", bills.moneyMarketYield(price, money * 270.0 / 271.0));
    }

    private void bill(String fault, Verified result) {
        outcomes.add(new Outcome(fault, List.of(result)));
    }

    private void forwardFaults() {
        LocalDate sale = SETTLEMENT.plusDays(100);
        VerifiedHolding holding = VerifiedHolding.of(regular(MARKET), SETTLEMENT, sale, VERIFIER);
        double forward = holding.period().forwardCleanPrice(98.0, 0.04);
        assertThat(holding.forwardCleanPrice(98.0, 0.04).isAgreed()).isTrue();
        bill(
                "forward price with accrued interest",
                holding.forwardCleanPrice(
                        98.0, 0.04, forward + holding.period().end().accruedInterest()));
        bill("coupon in between forgotten", holding.forwardCleanPrice(98.0, 0.04, forward + 3.125));
        bill(
                "coupon in between not reinvested",
                holding.forwardCleanPrice(98.0, 0.04, forward + 3.125 * 0.04 * 41.0 / 360.0));
        bill(
                "repo by a year of 365 days",
                holding.forwardCleanPrice(
                        98.0,
                        0.04,
                        HoldingPeriod.of(regular(MARKET), SETTLEMENT, sale)
                                .forwardCleanPrice(98.0, 0.04 * 360.0 / 365.0)));
    }

    private void timeFaults() {
        LocalDate start = LocalDate.of(2027, 8, 31);
        LocalDate end = LocalDate.of(2028, 2, 29);
        fraction("day count includes the last day", DayCounts.ACT_360, start, end, (s, e) -> (e - s + 1) / 360.0);
        fraction("year of 366 days", DayCounts.ACT_365F, start, end, (s, e) -> (e - s) / 366.0);
        fraction("30/360 without the rule for the 31st", DayCounts.THIRTY_E_360, start, end, (s, e) -> 178.0 / 360.0);
        fraction("ACT/ACT as if no year were leap", DayCounts.ACT_ACT_ISDA, start, end, (s, e) -> (e - s) / 365.0);

        ScheduleTerms terms = ScheduleTerms.of(LocalDate.of(2026, 1, 31), LocalDate.of(2028, 1, 31), Tenor.parse("3M"))
                .endOfMonth(true)
                .build();
        ScheduleTerms lost = ScheduleTerms.of(terms.effective(), terms.termination(), Tenor.parse("6M"))
                .endOfMonth(true)
                .build();
        schedule("schedule that leaves out dates", terms, lost.schedule());
        ScheduleTerms onThe30th = ScheduleTerms.of(
                        LocalDate.of(2026, 1, 30), LocalDate.of(2028, 1, 30), Tenor.parse("3M"))
                .build();
        schedule("schedule a day before the month end", terms, onThe30th.schedule());
    }

    /** A day count that bears a name and does something else. */
    private void fraction(String fault, DayCount right, LocalDate start, LocalDate end, Formula wrong) {
        VerifiedTime time = VerifiedTime.of(VERIFIER);
        assertThat(time.yearFraction(right, start, end).isAgreed()).as(fault).isTrue();
        outcomes.add(new Outcome(fault, List.of(time.yearFraction(new WrongDayCount(right, wrong), start, end))));
    }

    @FunctionalInterface
    private interface Formula {
        double years(long start, long end);
    }

    private record WrongDayCount(DayCount right, Formula formula) implements DayCount {

        @Override
        public String officialName() {
            return right.officialName();
        }

        @Override
        public boolean needsPeriod() {
            return right.needsPeriod();
        }

        @Override
        public double yearFraction(LocalDate start, LocalDate end) {
            return formula.years(start.toEpochDay(), end.toEpochDay());
        }

        @Override
        public double yearFraction(LocalDate start, LocalDate end, io.bondtrader.core.time.AccrualPeriod period) {
            return yearFraction(start, end);
        }

        @Override
        public int days(LocalDate start, LocalDate end) {
            return right.days(start, end);
        }
    }

    private void schedule(String fault, ScheduleTerms terms, Schedule wrong) {
        VerifiedTime time = VerifiedTime.of(VERIFIER);
        assertThat(time.schedule(terms).dates().isAgreed()).as(fault).isTrue();
        outcomes.add(new Outcome(fault, List.of(time.verify(terms, wrong).dates())));
    }
}
