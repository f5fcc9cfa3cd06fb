package io.bondtrader.examples.quickstart;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.VerifiedPricing;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

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
        Verified dv01) {

    /** A book valued, and what could not be. */
    record OfBook(LocalDate date, List<Valuation> valuations, List<Holding.Rejected> rejected) {

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

        long unconfirmed() {
            return valuations.stream().filter(v -> !v.isConfirmed()).count();
        }
    }

    static OfBook of(Holding.Book book, ParYields yields, LocalDate date, Verifier verifier, IntConsumer progress) {
        List<Valuation> valuations = new ArrayList<>();
        List<Holding.Rejected> rejected = new ArrayList<>(book.rejected());
        int done = 0;
        for (Holding holding : book.holdings()) {
            try {
                valuations.add(of(holding, yields, date, verifier));
            } catch (BondTraderException failure) {
                rejected.add(new Holding.Rejected(holding.line(), holding.label(), failure.getMessage()));
            }
            progress.accept(++done);
        }
        rejected.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return new OfBook(date, List.copyOf(valuations), List.copyOf(rejected));
    }

    private static Valuation of(Holding holding, ParYields yields, LocalDate date, Verifier verifier) {
        LocalDate settlement = holding.bond().convention().settlementDate(date);
        VerifiedPricing pricing = VerifiedPricing.of(BondPricing.of(holding.bond(), settlement), verifier);
        double years = (holding.bond().maturity().toEpochDay() - settlement.toEpochDay()) / 365.25;
        double parYield = yields.at(years);
        Verified clean = pricing.cleanPrice(parYield);
        return new Valuation(
                holding,
                settlement,
                years,
                clean,
                pricing.accruedInterest(),
                pricing.dirtyPrice(parYield),
                pricing.yieldToMaturity(clean.value()),
                pricing.modifiedDuration(parYield),
                pricing.convexity(parYield),
                pricing.dv01(parYield));
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
