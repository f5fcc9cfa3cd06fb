package io.bondtrader.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2D;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The library's solver of the closed annuity, a bond to a lane. The price as a function of the log yield is solved by
 * Halley's third-order step from the same guess; a lane is done when its step is small, and then keeps its yield. A lane
 * whose next step is none of Halley's inside the bracket, whose yield is too close to zero for the closed sums, or that
 * has no coupon after the next one, is given up: the library solves it alone.
 *
 * <p>Exponential and logarithm are the library's in lanes: the same reductions and series in the same order. They stand
 * inside the one loop, not in methods of their own, because a vector that crosses a call is an object on the heap, and the
 * compiler does not promise to inline.
 */
final class AnnuityLanes {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    // The solver's.
    private static final double STEERING_SUMS = 1e-3;
    private static final double LAST_STEP = 2e-5;
    private static final double WIDEST = 690.0;
    private static final double LESS1 = 0.3; // where a power less 1 is taken from its series
    private static final double SMALL = 0.3466; // where the series of a power reaches without reduction

    // Where lanes are given up.
    private static final double LONGEST = 600.0;
    private static final double WIDEST_RATIO = 1e12;
    private static final int MAX_STEPS = 12;

    // The exponential's and the logarithm's.
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42fee00000p-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    /** Added and taken away again, it rounds to a whole number, which stands in the low bits meanwhile. */
    private static final double ROUNDER = 0x1.8p52;

    private static final long ROUNDER_BITS = 0x4338000000000000L;

    private AnnuityLanes() {}

    static int lanes() {
        return SPECIES.length();
    }

    static void solve(
            double[] dirtyPrices,
            int[] wholePeriods,
            double[] compoundedPart,
            double[] simplePart,
            double[] nextCoupon,
            double[] coupon,
            double[] redemption,
            int from,
            int to,
            double[] yields) {
        int end = from + SPECIES.loopBound(to - from);
        solveLogYields(
                dirtyPrices,
                wholePeriods,
                compoundedPart,
                simplePart,
                nextCoupon,
                coupon,
                redemption,
                from,
                end,
                yields);
        toYields(yields, from, end);
        Arrays.fill(yields, end, to, Double.NaN);
    }

    /** Fills log yields per period. NaN stands for a lane that is done, in the log yield; for one given up, in the result. */
    private static void solveLogYields(
            double[] dirtyPrices,
            int[] wholePeriods,
            double[] compoundedPart,
            double[] simplePart,
            double[] nextCoupon,
            double[] coupon,
            double[] redemption,
            int from,
            int end,
            double[] logYields) {
        DoubleVector nan = DoubleVector.broadcast(SPECIES, Double.NaN);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        for (int k = from; k < end; k += SPECIES.length()) {
            DoubleVector dirty = DoubleVector.fromArray(SPECIES, dirtyPrices, k);
            DoubleVector n =
                    (DoubleVector) IntVector.fromArray(INTS, wholePeriods, k).convertShape(I2D, SPECIES, 0);
            DoubleVector w = DoubleVector.fromArray(SPECIES, compoundedPart, k);
            DoubleVector s = DoubleVector.fromArray(SPECIES, simplePart, k);
            DoubleVector c1 = DoubleVector.fromArray(SPECIES, nextCoupon, k);
            DoubleVector c = DoubleVector.fromArray(SPECIES, coupon, k);
            DoubleVector face = DoubleVector.fromArray(SPECIES, redemption, k);

            // The library's guess: coupon and average gain over a mean of price and redemption.
            DoubleVector term = w.add(s);
            DoubleVector clean = dirty.sub(c1.sub(c.mul(term)));
            DoubleVector guess =
                    c.add(face.sub(clean).div(n.add(term))).div(clean.mul(0.6).add(face.mul(0.4)));
            DoubleVector log = guess.sub(guess.mul(0.5).mul(guess).mul(one.sub(guess.mul(0.6))))
                    .blend(nan, guess.compare(LE, -0.5))
                    .blend(nan, guess.compare(GE, 1.0))
                    .blend(nan, n.compare(LT, 0.5))
                    .blend(nan, dirty.compare(LT, 1.0 / WIDEST_RATIO))
                    .blend(nan, dirty.compare(GT, WIDEST_RATIO));

            DoubleVector low = DoubleVector.broadcast(SPECIES, -WIDEST).div(n.add(w));
            DoubleVector high = DoubleVector.broadcast(SPECIES, WIDEST);
            DoubleVector result = nan;
            for (int step = 0; step < MAX_STEPS; step++) {
                // i = e^log − 1
                DoubleVector r2 = log.mul(log);
                DoubleVector r4 = r2.mul(r2);
                DoubleVector i = log.add(r2.mul(log.mul(1.0 / 6.0)
                        .add(1.0 / 2.0)
                        .add(r2.mul(log.mul(1.0 / 120.0).add(1.0 / 24.0)))
                        .add(r4.mul(log.mul(1.0 / 5040.0)
                                .add(1.0 / 720.0)
                                .add(r2.mul(log.mul(1.0 / 362880.0).add(1.0 / 40320.0)))
                                .add(r4.mul(log.mul(1.0 / 39916800.0)
                                        .add(1.0 / 3628800.0)
                                        .add(r2.mul(log.mul(1.0 / 6227020800.0).add(1.0 / 479001600.0)))))))));

                // qⁿ = e^(−n·log); close to 1, qⁿ − 1 is the series itself, since nothing was reduced
                DoubleVector exponent = n.neg().mul(log);
                DoubleVector shifted = exponent.mul(LOG2_E).add(ROUNDER);
                DoubleVector whole = shifted.sub(ROUNDER);
                DoubleVector r = exponent.sub(whole.mul(LN2_HIGH)).sub(whole.mul(LN2_LOW));
                r2 = r.mul(r);
                r4 = r2.mul(r2);
                DoubleVector series = r.add(r2.mul(r.mul(1.0 / 6.0)
                        .add(1.0 / 2.0)
                        .add(r2.mul(r.mul(1.0 / 120.0).add(1.0 / 24.0)))
                        .add(r4.mul(r.mul(1.0 / 5040.0)
                                .add(1.0 / 720.0)
                                .add(r2.mul(r.mul(1.0 / 362880.0).add(1.0 / 40320.0)))
                                .add(r4.mul(r.mul(1.0 / 39916800.0)
                                        .add(1.0 / 3628800.0)
                                        .add(r2.mul(r.mul(1.0 / 6227020800.0).add(1.0 / 479001600.0)))))))));
                LongVector scale = shifted.reinterpretAsLongs().add(1023L).lanewise(LSHL, 52);
                DoubleVector qn = series.add(1.0).mul(scale.reinterpretAsDoubles());
                DoubleVector qnLess1 = qn.sub(1.0).blend(series, exponent.abs().compare(LT, LESS1));

                // The sums, and what follows for ln P and its first two derivatives by the log yield.
                DoubleVector growth = i.add(1.0);
                DoubleVector s0 = qnLess1.neg().div(i);
                DoubleVector s1 = s0.mul(growth).sub(n.mul(qn)).div(i);
                DoubleVector s2 =
                        s1.mul(2.0).sub(s0).mul(growth).sub(n.mul(n).mul(qn)).div(i);
                DoubleVector value = c1.add(c.mul(s0)).add(face.mul(qn));
                DoubleVector reciprocal = one.div(value);
                DoubleVector last = face.mul(n).mul(qn);
                DoubleVector mean = c.mul(s1).add(last).mul(reciprocal);
                DoubleVector square = c.mul(s2).add(last.mul(n)).mul(reciprocal);
                DoubleVector broken = s.mul(i).add(1.0);
                DoubleVector simple = s.mul(growth).div(broken);
                DoubleVector ratio = value.div(dirty.mul(broken));

                // ln(ratio)
                LongVector bits = ratio.reinterpretAsLongs();
                LongVector power = bits.sub(ROOT_HALF_BITS).lanewise(ASHR, 52);
                DoubleVector f = bits.sub(power.lanewise(LSHL, 52))
                        .reinterpretAsDoubles()
                        .sub(1.0);
                DoubleVector z = f.div(f.add(2.0));
                DoubleVector zz = z.mul(z);
                DoubleVector z4 = zz.mul(zz);
                DoubleVector z8 = z4.mul(z4);
                DoubleVector sum = zz.mul(2.0 / 5.0)
                        .add(2.0 / 3.0)
                        .add(z4.mul(zz.mul(2.0 / 9.0).add(2.0 / 7.0)))
                        .add(z8.mul(zz.mul(2.0 / 13.0)
                                .add(2.0 / 11.0)
                                .add(z4.mul(zz.mul(2.0 / 17.0).add(2.0 / 15.0)))
                                .add(z8.mul(zz.mul(2.0 / 21.0).add(2.0 / 19.0)))));
                DoubleVector artanh = z.mul(2.0).add(z.mul(zz).mul(sum));
                DoubleVector exact =
                        power.add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
                DoubleVector logRatio = exact.mul(LN2_HIGH).add(artanh.add(exact.mul(LN2_LOW)));

                DoubleVector residual = logRatio.sub(w.mul(log));
                DoubleVector slope = mean.add(w).add(simple);
                DoubleVector curvature = square.sub(mean.mul(mean)).sub(simple).add(simple.mul(simple));
                DoubleVector newton = residual.div(slope);
                DoubleVector halley =
                        newton.div(one.sub(newton.mul(0.5).mul(curvature).div(slope)));
                DoubleVector next = log.add(halley);

                // Where the closed sums cancel, or a power or logarithm is out of reach, the lane is given up.
                DoubleVector usable = next.blend(nan, n.mul(i).abs().compare(LT, STEERING_SUMS))
                        .blend(nan, log.abs().compare(GE, SMALL))
                        .blend(nan, exponent.abs().compare(GE, LONGEST))
                        .blend(nan, ratio.compare(LT, 1.0 / WIDEST_RATIO))
                        .blend(nan, ratio.compare(GT, WIDEST_RATIO));
                VectorMask<Double> done = halley.abs().mul(n.add(w)).compare(LT, LAST_STEP);
                result = result.blend(usable, done);
                low = low.blend(log, residual.compare(GT, 0.0));
                high = high.blend(log, residual.compare(LE, 0.0));
                log = usable.blend(nan, done).blend(nan, next.compare(LE, low)).blend(nan, next.compare(GE, high));
                if (!log.compare(EQ, log).anyTrue()) {
                    break;
                }
            }
            result.intoArray(logYields, k);
        }
    }

    /** Turns log yields into yields, where the series reaches without reduction; NaN elsewhere. */
    private static void toYields(double[] values, int from, int end) {
        DoubleVector nan = DoubleVector.broadcast(SPECIES, Double.NaN);
        for (int k = from; k < end; k += SPECIES.length()) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, values, k);
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector i = r.add(r2.mul(r.mul(1.0 / 6.0)
                    .add(1.0 / 2.0)
                    .add(r2.mul(r.mul(1.0 / 120.0).add(1.0 / 24.0)))
                    .add(r4.mul(r.mul(1.0 / 5040.0)
                            .add(1.0 / 720.0)
                            .add(r2.mul(r.mul(1.0 / 362880.0).add(1.0 / 40320.0)))
                            .add(r4.mul(r.mul(1.0 / 39916800.0)
                                    .add(1.0 / 3628800.0)
                                    .add(r2.mul(r.mul(1.0 / 6227020800.0).add(1.0 / 479001600.0)))))))));
            i.blend(nan, r.abs().compare(GE, SMALL)).intoArray(values, k);
        }
    }
}
