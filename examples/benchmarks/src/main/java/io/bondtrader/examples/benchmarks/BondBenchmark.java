package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.AccruedInterest;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.Sensitivities;
import io.bondtrader.core.verify.VerifiedPricing;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One bond at a time. The claims under test: regular bonds cost the same whatever their life; a price or yield that is
 * verified costs at most 2.2 times the plain one, and one in a hundred verified at most 1.05 times; plain and verified
 * prices and yields allocate nothing.
 *
 * <p>Every operation cycles over {@value #INPUTS} inputs, so that nothing can be hoisted and a sample of one in a hundred
 * is one in a hundred.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BondBenchmark {

    static final int INPUTS = 1024;
    private static final int MASK = INPUTS - 1;
    private static final BondConvention CONVENTION =
            BondConvention.builder("BENCHMARK").build();

    /** The bond: ten or thirty years. */
    @Param({"TEN_YEARS", "THIRTY_YEARS"})
    BenchmarkBonds bond = BenchmarkBonds.TEN_YEARS;

    private double[] yields = {};
    private double[] dirtyPrices = {};
    private LocalDate[] settlements = {};
    private int next;
    private FixedCouponBond terms;
    private BondPricing pricing;
    private BondPricing general;
    private VerifiedPricing verified;
    private VerifiedPricing sampled;
    private StrataBond strata;

    /** Starts from the terms, as {@link #build()} does. */
    public BondBenchmark() {
        this.terms = terms();
        this.pricing = BondPricing.of(terms, BenchmarkBonds.SETTLEMENT);
        this.general = pricing;
        this.verified = VerifiedPricing.of(pricing, Verifier.flagging());
        this.sampled = verified;
        this.strata = bond.inStrata();
    }

    /** Makes the inputs: yields a hundredth of a basis point apart, and the prices at them. */
    @Setup
    public void prepare() {
        terms = terms();
        pricing = BondPricing.of(terms, BenchmarkBonds.SETTLEMENT);
        CouponDates dates = terms.dates();
        int periods = bond == BenchmarkBonds.TEN_YEARS ? 20 : 60;
        // The same flows, told as a bond whose face could change: priced flow by flow.
        general = BondPricing.of(
                AmortisingBond.of(CONVENTION, dates, bond.coupon(), Collections.nCopies(periods, 100.0)),
                BenchmarkBonds.SETTLEMENT);
        verified = VerifiedPricing.of(pricing, Verifier.flagging());
        sampled = VerifiedPricing.of(pricing, Verifier.sampling(100));
        strata = bond.inStrata();
        yields = new double[INPUTS];
        dirtyPrices = new double[INPUTS];
        settlements = new LocalDate[INPUTS];
        for (int k = 0; k < INPUTS; k++) {
            yields[k] = bond.yieldToMaturity() + (k - INPUTS / 2) * 1e-6;
            dirtyPrices[k] = pricing.dirtyPriceFromYield(yields[k]);
            settlements[k] = BenchmarkBonds.SETTLEMENT.plusDays(k % 16);
        }
    }

    private FixedCouponBond terms() {
        return FixedCouponBond.of(CONVENTION, bond.coupon(), BenchmarkBonds.START, bond.maturity());
    }

    private int input() {
        next = (next + 1) & MASK;
        return next;
    }

    /** {@return dirty price from yield} */
    @Benchmark
    public double price() {
        return pricing.dirtyPriceFromYield(yields[input()]);
    }

    /** {@return dirty price from yield, by the peer} */
    @Benchmark
    public double priceStrata() {
        return strata.dirtyPrice(yields[input()]);
    }

    /** {@return dirty price from yield, flow by flow} */
    @Benchmark
    public double priceGeneral() {
        return general.dirtyPriceFromYield(yields[input()]);
    }

    /** {@return dirty price from yield, every one verified} */
    @Benchmark
    public double priceVerified() {
        return verified.dirtyPriceFromYield(yields[input()]);
    }

    /** {@return dirty price from yield, one in a hundred verified} */
    @Benchmark
    public double priceSampled() {
        return sampled.dirtyPriceFromYield(yields[input()]);
    }

    /** {@return yield from dirty price, from a cold start} */
    @Benchmark
    public double yieldToMaturity() {
        return pricing.yieldFromDirtyPrice(dirtyPrices[input()]);
    }

    /** {@return yield from dirty price, by the peer} */
    @Benchmark
    public double yieldToMaturityStrata() {
        return strata.yieldFromDirtyPrice(dirtyPrices[input()]);
    }

    /** {@return yield from dirty price, flow by flow} */
    @Benchmark
    public double yieldToMaturityGeneral() {
        return general.yieldFromDirtyPrice(dirtyPrices[input()]);
    }

    /** {@return yield from dirty price, every one verified} */
    @Benchmark
    public double yieldToMaturityVerified() {
        return verified.yieldFromDirtyPrice(dirtyPrices[input()]);
    }

    /** {@return yield from dirty price, one in a hundred verified} */
    @Benchmark
    public double yieldToMaturitySampled() {
        return sampled.yieldFromDirtyPrice(dirtyPrices[input()]);
    }

    /** {@return modified duration plus convexity, from one pass} */
    @Benchmark
    public double durationAndConvexity() {
        Sensitivities at = pricing.sensitivities(yields[input()]);
        return at.modifiedDuration() + at.convexity();
    }

    /** {@return modified duration plus convexity, by the peer} */
    @Benchmark
    public double durationAndConvexityStrata() {
        double yield = yields[input()];
        return strata.modifiedDuration(yield) + strata.convexity(yield);
    }

    /** {@return accrued interest on changing days} */
    @Benchmark
    public double accrued() {
        return AccruedInterest.per100(terms, settlements[input()]);
    }

    /** {@return accrued interest on changing days, by the peer} */
    @Benchmark
    public double accruedStrata() {
        return strata.accrued(settlements[input()]);
    }

    /** {@return a bond from its terms, ready to be priced} */
    @Benchmark
    public BondPricing build() {
        return BondPricing.of(terms(), BenchmarkBonds.SETTLEMENT);
    }

    /** {@return a bond from its terms, ready to be priced, by the peer} */
    @Benchmark
    public Object buildStrata() {
        return bond.inStrata();
    }
}
