package io.bondtrader.examples.quickstart;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.VerifiedPricing;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One holding valued at one yield, with the evidence for each number. */
record Valuation(
        Holding holding,
        LocalDate settlement,
        double years,
        Verified clean,
        Verified accrued,
        Verified dirty,
        Verified yield,
        Verified modifiedDuration,
        Verified convexity,
        Verified dv01,
        @Nullable OffCurve offCurve) {

    /** A book valued, and what could not be. */
    record OfBook(
            LocalDate date,
            ZeroCurve zeroCurve,
            List<Valuation> valuations,
            List<Holding.Rejected> rejected,
            double microsecondsABond,
            @Nullable BookSpeed compiled) {

        double marketValue() {
            return valuations.stream().mapToDouble(Valuation::marketValue).sum();
        }

        double face() {
            return valuations.stream().mapToDouble(v -> v.holding().face()).sum();
        }

        double dv01() {
            return valuations.stream().mapToDouble(Valuation::dv01OfHolding).sum();
        }

        /** Weighted by market value. */
        double modifiedDuration() {
            double weighted = valuations.stream()
                    .mapToDouble(v -> v.modifiedDuration().value() * v.marketValue())
                    .sum();
            return weighted / marketValue();
        }

        /** What the book loses when the zero rates about each key rise by one basis point, in money. */
        double[] keyRateDv01s() {
            double[] sums = new double[KeyTenors.standard().count()];
            for (Valuation v : valuations) {
                if (v.offCurve != null) {
                    for (int key = 0; key < sums.length; key++) {
                        sums[key] += v.offCurve.keyRates().keys().get(key).dv01()
                                * v.holding().face()
                                / 100.0;
                    }
                }
            }
            return sums;
        }

        /** How long a bond took, in words. */
        String speed() {
            String cold = String.format(
                    Locale.ROOT,
                    "%.0f microseconds a bond in a JVM just started, every number by two paths with its evidence",
                    microsecondsABond);
            return compiled == null
                    ? cold
                    : cold
                            + String.format(
                                    Locale.ROOT,
                                    "; as a compiled book, yield, price, durations and DV01 in %.0f nanoseconds a bond, %.0f"
                                            + " by two paths",
                                    compiled.onePath(),
                                    compiled.twoPaths());
        }

        /** For each measure, the number whose two paths lie farthest apart. */
        List<Worst> worst() {
            Map<String, Worst> worst = new LinkedHashMap<>();
            for (Valuation v : valuations) {
                for (Verified number : v.numbers()) {
                    double difference = number.difference().orElse(0.0);
                    Worst now = worst.get(number.measure().name());
                    if (now == null || difference > now.difference()) {
                        worst.put(number.measure().name(), new Worst(v, number, difference));
                    }
                }
            }
            return List.copyOf(worst.values());
        }

        long unconfirmed() {
            return valuations.stream().filter(v -> !v.isConfirmed()).count();
        }
    }

    /** A number and how far its paths lie apart. */
    record Worst(Valuation of, Verified number, double difference) {}

    static OfBook of(Holding.Book book, ParYields yields, LocalDate date, Verifier verifier, IntConsumer progress) {
        List<Valuation> valuations = new ArrayList<>();
        List<Holding.Rejected> rejected = new ArrayList<>(book.rejected());
        ZeroCurve zeroCurve = ZeroCurve.of(yields);
        int done = 0;
        long start = System.nanoTime();
        for (Holding holding : book.holdings()) {
            try {
                valuations.add(of(holding, yields, zeroCurve.curve(), date, verifier));
            } catch (BondTraderException failure) {
                rejected.add(new Holding.Rejected(holding.line(), holding.label(), failure.getMessage()));
            }
            progress.accept(++done);
        }
        rejected.sort((a, b) -> Integer.compare(a.line(), b.line()));
        double microseconds = (System.nanoTime() - start) / 1e3 / Math.max(1, done);
        BookSpeed compiled = valuations.isEmpty() ? null : BookSpeed.of(valuations);
        return new OfBook(date, zeroCurve, List.copyOf(valuations), List.copyOf(rejected), microseconds, compiled);
    }

    private static Valuation of(
            Holding holding, ParYields yields, @Nullable DiscountCurve curve, LocalDate date, Verifier verifier) {
        LocalDate settlement = holding.bond().convention().settlementDate(date);
        VerifiedPricing pricing = VerifiedPricing.of(BondPricing.of(holding.bond(), settlement), verifier);
        double years = (holding.bond().maturity().toEpochDay() - settlement.toEpochDay()) / 365.25;
        double parYield = yields.at(years);
        Verified clean = pricing.cleanPrice(parYield);
        Verified dirty = pricing.dirtyPrice(parYield);
        return new Valuation(
                holding,
                settlement,
                years,
                clean,
                pricing.accruedInterest(),
                dirty,
                pricing.yieldToMaturity(clean.value()),
                pricing.modifiedDuration(parYield),
                pricing.convexity(parYield),
                pricing.dv01(parYield),
                curve == null ? null : OffCurve.of(pricing.pricing(), curve, dirty.value()));
    }

    List<Verified> numbers() {
        return List.of(clean, accrued, dirty, yield, modifiedDuration, convexity, dv01);
    }

    boolean isConfirmed() {
        return numbers().stream().allMatch(Verified::isAgreed);
    }

    long agreed() {
        return numbers().stream().filter(Verified::isAgreed).count();
    }

    double marketValue() {
        return dirty.value() * holding.face() / 100.0;
    }

    /** What the holding loses for one basis point, in money. */
    double dv01OfHolding() {
        return dv01.value() * holding.face() / 100.0;
    }
}
