package io.bondtrader.core.verify;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.BookMeasures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A book whose numbers are each calculated twice: by the book's closed forms, and by sums over flows that were laid out a
 * second time, with yields led back
 * to the price by the second path's own slope, and durations and convexities by differences of its prices.
 *
 * <p>What happens to a number that is not confirmed is the {@link Verifier}'s policy, row by row: a refused number becomes
 * a failure in its row, a flagged one stands, and the {@link BookEvidence} names both. A bond whose second path cannot be
 * laid out is not confirmed.
 *
 * <p>The second paths take about 200 bytes a bond with level coupons, and laying them out costs more than compiling the
 * book does.
 *
 * <p>Immutable and safe for use by many threads, each with a result of its own.
 */
public final class VerifiedBook {

    private static final int CHUNK = 1_024;

    private static final List<Measure> MEASURES =
            List.of(Measure.DIRTY_PRICE, Measure.YIELD, Measure.MODIFIED_DURATION, Measure.CONVEXITY, Measure.DV01);

    private final BondBook book;
    private final List<? extends Bond> bonds;
    private final Verifier verifier;
    private final InStepColumns inStep; // the second path of bonds with level coupons
    private final @Nullable SecondPrice[] others; // null for those, and where the second path cannot be laid out
    private final long[] salts;
    private final double[] accrued;
    private final double[] floors; // the yield that every yield with a price lies above
    private final Tolerance[] tolerances;

    private VerifiedBook(BondBook book, List<? extends Bond> bonds, Verifier verifier, int size) {
        this.book = book;
        this.bonds = bonds;
        this.verifier = verifier;
        this.inStep = new InStepColumns(size);
        this.others = new SecondPrice[size];
        this.salts = new long[size];
        this.accrued = new double[size];
        this.floors = new double[size];
        this.tolerances = MEASURES.stream().map(verifier::toleranceOf).toArray(Tolerance[]::new);
    }

    /**
     * Lays out the second paths of a book.
     *
     * @param book the book, compiled from these bonds under their own yield conventions
     * @param bonds the bonds, in the order of the book; kept, to tell what a number was calculated from
     * @param verifier what is checked, and what happens when paths disagree
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the verified book
     * @throws InvalidInput if there are more or fewer bonds than in the book
     * @throws CancellationException if it was called off
     */
    public static VerifiedBook of(
            BondBook book, List<? extends Bond> bonds, Verifier verifier, Parallelism parallelism) {
        InvalidInput.unless(bonds.size() == book.size(), "bonds.size", bonds.size(), "the book's size " + book.size());
        VerifiedBook verified = new VerifiedBook(book, bonds, verifier, bonds.size());
        parallelism.forEachChunk(bonds.size(), CHUNK, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                verified.layOut(k);
            }
        });
        return verified;
    }

    private void layOut(int k) {
        salts[k] = k;
        try {
            BondPricing pricing = BondPricing.of(bonds.get(k), book.settlement());
            SecondPrice price = WalkedFlows.price(pricing);
            floors[k] = pricing.lowestYield();
            accrued[k] = price.accrued();
            salts[k] = price.fingerprint();
            if (price.isInStep()) {
                price.copyTo(inStep, k);
            } else {
                others[k] = price;
            }
        } catch (BondTraderException failure) {
            others[k] = null; // the row says so when it is asked for
        }
    }

    /** The second path of one bond, laid out again where the book keeps its columns alone. */
    private SecondPrice second(int k) {
        SecondPrice other = others[k];
        return other != null ? other : WalkedFlows.price(BondPricing.of(bonds.get(k), book.settlement()));
    }

    /** {@return the book that is verified} */
    public BondBook book() {
        return book;
    }

    /**
     * Calculates yields, durations, convexities and DV01s from clean prices, each by two paths.
     *
     * @param cleanPrices price per 100 of each bond, without accrued interest
     * @param measures filled with the first path's numbers, a column a measure; a refused bond fails
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return what the comparison came to
     * @throws InvalidInput if an array has another length than the book
     * @throws CancellationException if it was called off
     */
    public BookEvidence measuresFromCleanPrices(double[] cleanPrices, BookMeasures measures, Parallelism parallelism) {
        book.measuresFromCleanPrices(cleanPrices, measures, parallelism.reportingTo((done, total) -> {}));
        BookEvidence evidence = new BookEvidence(MEASURES);
        parallelism.forEachChunk(book.size(), CHUNK, (chunk, from, to) -> {
            Comparison comparison = new Comparison(evidence);
            for (int k = from; k < to; k++) {
                if (!measures.yieldToMaturity().hasFailed(k)) {
                    comparison.compare(k, cleanPrices[k], measures);
                }
            }
            evidence.add(comparison.checked, comparison.shares, comparison.worst);
        });
        evidence.refused().forEach(measures::fail);
        return evidence;
    }

    /** One chunk's comparison: scratch for the second path's numbers, and the widest differences so far. */
    private final class Comparison {

        private final BookEvidence evidence;
        private final double[] first = new double[MEASURES.size()];
        private final double[] second = new double[MEASURES.size()];
        private final double[] five = new double[5];
        private final double[] shares = new double[MEASURES.size()];
        private final int[] worst = new int[MEASURES.size()];
        private long checked;

        Comparison(BookEvidence evidence) {
            this.evidence = evidence;
            java.util.Arrays.fill(worst, -1);
        }

        void compare(int k, double cleanPrice, BookMeasures measures) {
            double yield = measures.yieldToMaturity().value(k);
            if (!verifier.selects(yield, salts[k])) {
                return;
            }
            first[0] = measures.dirtyPrice().value(k);
            first[1] = yield;
            first[2] = measures.modifiedDuration().value(k);
            first[3] = measures.convexity().value(k);
            first[4] = measures.dv01().value(k);
            checked += first.length;
            try {
                fill(k, yield, cleanPrice);
            } catch (BondTraderException failure) {
                for (int m = 0; m < first.length; m++) {
                    settle(k, m, yield, failure);
                }
                return;
            }
            for (int m = 0; m < first.length; m++) {
                if (tolerances[m].takesMoreThan(shares[m], first[m], second[m])) {
                    shares[m] = tolerances[m].share(first[m], second[m]);
                    worst[m] = k;
                }
                if (verifier.keepsRecords() || !tolerances[m].accepts(first[m], second[m])) {
                    settle(k, m, yield, null);
                }
            }
        }

        private void fill(int k, double yield, double cleanPrice) {
            double step = PriceDifferences.smallStep(yield, floors[k], first[2]);
            if (inStep.has(k)) {
                inStep.prices(k, yield, step, five);
            } else {
                PriceDifferences.prices(second(k), yield, step, five);
            }
            double price = five[0];
            double reciprocal = 1.0 / price;
            double reciprocalStep = 1.0 / step;
            double slope = PriceDifferences.slope(five, reciprocalStep);
            second[0] = price;
            second[1] = secondYield(k, yield, cleanPrice + accrued[k], price, slope);
            second[2] = -slope * reciprocal;
            second[3] = PriceDifferences.bend(five, reciprocalStep) * reciprocal;
            second[4] = -slope * 1e-4;
        }

        /**
         * Where the second path's own price and slope lead from the first path's yield; if that is far, where bracketing
         * leads.
         */
        private double secondYield(int k, double yield, double dirtyPrice, double price, double slope) {
            double change = (dirtyPrice - price) / slope;
            return Math.abs(change) < 1e-8
                    ? yield + change
                    : BracketedYield.solve(second(k), dirtyPrice, yield, floors[k]);
        }

        /** Hands a number over to the policy, with the failure of its second path if it has one. */
        private void settle(int k, int measure, double yield, @Nullable BondTraderException failure) {
            DualPath pair = new DualPath(MEASURES.get(measure), "closed form of the book", "flows laid out again");
            double argument = measure == 1 ? first[0] : yield;
            try {
                Verified verified = failure == null
                        ? verifier.verify(pair, inputs(k), argument, first[measure], second[measure], 0)
                        : verifier.verify(pair, inputs(k), argument, first[measure], failure, 0);
                if (!verified.isAgreed()) {
                    evidence.addUnconfirmed(k, verified);
                }
            } catch (DiscrepancyFound refusal) {
                evidence.addRefused(k, refusal);
            }
        }
    }

    private CalculationInputs inputs(int k) {
        Bond bond = bonds.get(k);
        return new CalculationInputs() {
            @Override
            public Map<String, ?> inputs(Measure measure, double argument) {
                Map<String, Object> all = new TreeMap<>(PricingInputs.inputs(bond, book.settlement()));
                all.put(measure.equals(Measure.YIELD) ? "dirtyPrice" : "yield", argument);
                return all;
            }

            @Override
            public Map<String, ?> conventions() {
                return PricingInputs.conventions(
                        bond.convention(), bond.convention().yieldConvention());
            }
        };
    }

    @Override
    public String toString() {
        return "VerifiedBook[" + book + "]";
    }
}
