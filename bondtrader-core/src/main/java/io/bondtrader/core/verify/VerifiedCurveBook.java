package io.bondtrader.core.verify;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.BookResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A book off curves whose prices and Z-spreads are each calculated twice. The second path has flows that were laid out
 * forward and counted day by day, and discount factors from integrated forward rates. It prices level coupons from running
 * sums of factors, where the book adds up flow by flow; and it carries a Z-spread's exponential from payment to payment,
 * where the book takes one for each.
 *
 * <p>What happens to a number that is not confirmed is the {@link Verifier}'s policy, row by row, as in {@link
 * VerifiedBook}.
 *
 * <p>Immutable and safe for use by many threads, each with a result of its own.
 */
public final class VerifiedCurveBook {

    private static final int CHUNK = 1_024;
    private static final int NONE = -1;

    private final BondBook book;
    private final List<? extends Bond> bonds;
    private final Verifier verifier;
    private final List<PaymentSequence> sequences = new ArrayList<>();
    private final int[] sequence; // NONE where the second path cannot be laid out
    private final double[][] amounts;
    private final boolean[] level;
    private final double[] accrued;

    private VerifiedCurveBook(BondBook book, List<? extends Bond> bonds, Verifier verifier) {
        this.book = book;
        this.bonds = bonds;
        this.verifier = verifier;
        this.sequence = new int[bonds.size()];
        this.amounts = new double[bonds.size()][];
        this.level = new boolean[bonds.size()];
        this.accrued = new double[bonds.size()];
    }

    /**
     * Lays out the second paths of a book.
     *
     * @param book the book, compiled from these bonds
     * @param bonds the bonds, in the order of the book; kept, to tell what a number was calculated from
     * @param verifier what is checked, and what happens when paths disagree
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the verified book
     * @throws InvalidInput if there are more or fewer bonds than in the book
     * @throws CancellationException if it was called off
     */
    public static VerifiedCurveBook of(
            BondBook book, List<? extends Bond> bonds, Verifier verifier, Parallelism parallelism) {
        InvalidInput.unless(bonds.size() == book.size(), "bonds.size", bonds.size(), "the book's size " + book.size());
        VerifiedCurveBook verified = new VerifiedCurveBook(book, bonds, verifier);
        Map<PaymentSequence, Integer> known = new HashMap<>();
        Map<List<Double>, double[]> same = new HashMap<>();
        parallelism.forEachChunk(bonds.size(), CHUNK, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                verified.layOut(k, known, same);
            }
        });
        return verified;
    }

    private void layOut(int k, Map<PaymentSequence, Integer> known, Map<List<Double>, double[]> same) {
        sequence[k] = NONE;
        try {
            LocalDate settlement = book.settlement();
            WalkedFlows flows = WalkedFlows.flows(BondPricing.of(bonds.get(k), settlement));
            if (flows.count() == 0) {
                return;
            }
            int[] days = new int[flows.count()];
            double[] paid = new double[days.length];
            for (int j = 0; j < days.length; j++) {
                days[j] = (int) (flows.paymentDate(j).toEpochDay() - settlement.toEpochDay());
                paid[j] = flows.amount(j);
            }
            accrued[k] = flows.accrued();
            level[k] = isLevel(paid);
            PaymentSequence candidate = new PaymentSequence(days);
            synchronized (known) {
                Integer number = known.get(candidate);
                if (number == null) {
                    number = sequences.size();
                    sequences.add(candidate);
                    known.put(candidate, number);
                }
                List<Double> content = new ArrayList<>(paid.length);
                for (double amount : paid) {
                    content.add(amount);
                }
                amounts[k] = same.computeIfAbsent(content, ignored -> paid);
                sequence[k] = number;
            }
        } catch (BondTraderException failure) {
            sequence[k] = NONE; // the row says so when it is asked for
        }
    }

    private static boolean isLevel(double[] paid) {
        for (int j = 2; j < paid.length - 1; j++) {
            if (paid[j] != paid[1]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the book that is verified} */
    public BondBook book() {
        return book;
    }

    /**
     * Calculates the dirty prices at which a curve discounts the bonds to settlement, each by two paths.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param result filled with the first path's prices per 100; a refused bond fails
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return what the comparison came to
     * @throws InvalidInput if the result has another size or the curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public BookEvidence dirtyPrices(DiscountCurve curve, BookResult result, Parallelism parallelism) {
        book.dirtyPrices(curve, result, parallelism.reportingTo((done, total) -> {}));
        WalkedCurve walked = new WalkedCurve(curve, book.settlement(), sequences);
        return compare(Measure.DIRTY_PRICE, curve, walked, null, result, parallelism);
    }

    /**
     * Calculates Z-spreads from clean prices, each by two paths.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param cleanPrices price per 100 of each bond, without accrued interest
     * @param result filled with the first path's spreads on continuously compounded zero rates, as decimals; a refused
     *     bond fails
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return what the comparison came to
     * @throws InvalidInput if an array has another length than the book or the curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public BookEvidence zSpreads(
            DiscountCurve curve, double[] cleanPrices, BookResult result, Parallelism parallelism) {
        book.zSpreads(curve, cleanPrices, result, parallelism.reportingTo((done, total) -> {}));
        WalkedCurve walked = new WalkedCurve(curve, book.settlement(), sequences);
        return compare(Measure.Z_SPREAD, curve, walked, cleanPrices, result, parallelism);
    }

    private BookEvidence compare(
            Measure measure,
            DiscountCurve curve,
            WalkedCurve walked,
            double @Nullable [] cleanPrices,
            BookResult result,
            Parallelism parallelism) {
        BookEvidence evidence = new BookEvidence(List.of(measure));
        Tolerance tolerance = verifier.toleranceOf(measure);
        DualPath pair = new DualPath(measure, "flows of the book", "flows laid out again, " + walked.method());
        parallelism.forEachChunk(book.size(), CHUNK, (chunk, from, to) -> {
            double[] share = {0.0};
            int[] worst = {NONE};
            double[] scratch = new double[2];
            long checked = 0;
            for (int k = from; k < to; k++) {
                if (result.hasFailed(k) || !verifier.selects(result.value(k), k)) {
                    continue;
                }
                checked++;
                double first = result.value(k);
                double dirty = cleanPrices == null ? 0.0 : cleanPrices[k] + accrued[k];
                double second =
                        cleanPrices == null ? price(k, walked) : spread(k, walked, first, dirty, curve, scratch);
                if (tolerance.takesMoreThan(share[0], first, second)) {
                    share[0] = tolerance.share(first, second);
                    worst[0] = k;
                }
                if (verifier.keepsRecords() || !tolerance.accepts(first, second)) {
                    settle(k, pair, curve, cleanPrices == null ? first : dirty, first, second, evidence);
                }
            }
            evidence.add(checked, share, worst);
        });
        evidence.refused().forEach(result::fail);
        return evidence;
    }

    /** The price by the second path; NaN where it has none. */
    private double price(int k, WalkedCurve walked) {
        if (sequence[k] == NONE) {
            return Double.NaN;
        }
        double[] paid = amounts[k];
        int last = paid.length - 1;
        if (level[k]) {
            return walked.level(sequence[k], paid[0], last > 1 ? paid[1] : 0.0, paid[last]);
        }
        double[] factors = walked.factors(sequence[k]);
        double sum = 0.0;
        for (int j = last; j >= 0; j--) {
            sum += paid[j] * factors[j];
        }
        return sum;
    }

    /**
     * Where the second path's own value and slope lead from the first path's spread; if that is far, where bracketing
     * leads. NaN where the second path has none.
     */
    private double spread(
            int k, WalkedCurve walked, double proposal, double dirty, DiscountCurve curve, double[] scratch) {
        if (sequence[k] == NONE) {
            return Double.NaN;
        }
        sequences.get(sequence[k]).valueAtSpread(amounts[k], walked.factors(sequence[k]), proposal, scratch);
        double change = (scratch[0] - dirty) / scratch[1];
        if (Math.abs(change) < 1e-8) {
            return proposal + change;
        }
        try {
            BondPricing pricing = BondPricing.of(bonds.get(k), book.settlement());
            return new WalkedValue(pricing, curve).zSpread(dirty, proposal);
        } catch (BondTraderException failure) {
            return Double.NaN;
        }
    }

    private void settle(
            int k,
            DualPath pair,
            DiscountCurve curve,
            double argument,
            double first,
            double second,
            BookEvidence evidence) {
        CalculationInputs inputs = (measure, at) -> {
            Map<String, Object> all = new TreeMap<>(PricingInputs.inputs(bonds.get(k), book.settlement()));
            all.putAll(CurveInputs.of(curve));
            if (measure.equals(Measure.Z_SPREAD)) {
                all.put("dirtyPrice", at);
            }
            return all;
        };
        try {
            Verified verified = Double.isNaN(second)
                    ? verifier.verify(pair, inputs, argument, first, WalkedCurve.unreached(), 0)
                    : verifier.verify(pair, inputs, argument, first, second, 0);
            if (!verified.isAgreed()) {
                evidence.addUnconfirmed(k, verified);
            }
        } catch (DiscrepancyFound refusal) {
            evidence.addRefused(k, refusal);
        }
    }

    @Override
    public String toString() {
        return "VerifiedCurveBook[" + book + "]";
    }
}
