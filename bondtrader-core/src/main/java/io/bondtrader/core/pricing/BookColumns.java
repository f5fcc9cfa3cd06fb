package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.parallel.Parallelism;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A book as columns of numbers: what the closed annuity needs of each bond, and where its payments stand on the grid of
 * the book's payment days. A bond of another form keeps it, and amounts that are not level keep theirs.
 *
 * <p>Filled once, by threads that each fill other rows; not changed afterwards.
 */
final class BookColumns {

    static final int CHUNK = 2_048;

    /** The chain of a bond that has no flows to discount. */
    static final int NO_CHAIN = -1;

    private static final DiscountForm[] NO_FORMS = {};
    private static final double[][] NO_AMOUNTS = {};

    final int size;
    final YieldKernel kernel;
    final double[] accrued;
    // The closed annuity: see AnnuityKernel. Level payments also make the amounts: next, coupon …, coupon + redemption.
    final int[] wholePeriods;
    final double[] compoundedPart;
    final double[] simplePart;
    final double[] nextCoupon;
    final double[] coupon;
    final double[] redemption;
    final double[] periodsPerYear;
    final int[] flowCount;
    final int[] chain;
    DiscountForm[] otherForms = NO_FORMS; // empty if there is none; else null for closed annuities
    double[][] otherAmounts = NO_AMOUNTS; // empty if there is none; else null for level payments
    final SortedMap<Integer, BondTraderException> failures = new TreeMap<>(); // bonds that are not in the book
    final SortedMap<Integer, BondTraderException> flowFailures = new TreeMap<>(); // bonds that no curve can discount
    int[] gridDays = {};
    int[][] chains = {};

    private BookColumns(int size, YieldKernel kernel) {
        this.size = size;
        this.kernel = kernel;
        this.accrued = new double[size];
        this.wholePeriods = new int[size];
        this.compoundedPart = new double[size];
        this.simplePart = new double[size];
        this.nextCoupon = new double[size];
        this.coupon = new double[size];
        this.redemption = new double[size];
        this.periodsPerYear = new double[size];
        this.flowCount = new int[size];
        this.chain = new int[size];
    }

    /** The same bonds with amounts of their own; arrays are shared. */
    private BookColumns(BookColumns bonds, double[][] amounts) {
        this.size = bonds.size;
        this.kernel = bonds.kernel;
        this.accrued = bonds.accrued;
        this.wholePeriods = bonds.wholePeriods;
        this.compoundedPart = bonds.compoundedPart;
        this.simplePart = bonds.simplePart;
        this.nextCoupon = bonds.nextCoupon;
        this.coupon = bonds.coupon;
        this.redemption = bonds.redemption;
        this.periodsPerYear = bonds.periodsPerYear;
        this.flowCount = bonds.flowCount;
        this.chain = bonds.chain;
        this.otherForms = bonds.otherForms;
        this.otherAmounts = amounts;
        this.failures.putAll(bonds.failures);
        this.flowFailures.putAll(bonds.flowFailures);
        this.gridDays = bonds.gridDays;
        this.chains = bonds.chains;
    }

    /** The same bonds, each payment shrunk by e^(-s t), t in years by ACT/365 fixed from settlement. */
    BookColumns discountedBy(double[] spreads) {
        double[][] amounts = new double[size][];
        for (int k = 0; k < size; k++) {
            if (chain[k] == NO_CHAIN) {
                continue;
            }
            double[] shrunk = new double[flowCount[k]];
            copyAmounts(k, shrunk);
            int[] places = chains[chain[k]];
            for (int j = 0; j < shrunk.length; j++) {
                shrunk[j] *= Exponential.exp(-spreads[k] * (gridDays[places[j]] / 365.0));
            }
            amounts[k] = shrunk;
        }
        return new BookColumns(this, amounts);
    }

    /** Compiles bonds; a bond that cannot be priced becomes a failure in its place. */
    static BookColumns compile(
            int size, IntFunction<BondPricing> pricings, YieldKernel kernel, Parallelism parallelism) {
        BookColumns columns = new BookColumns(size, kernel);
        FlowChains chains = new FlowChains();
        parallelism.forEachChunk(size, CHUNK, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                try {
                    columns.fill(k, pricings.apply(k), chains);
                } catch (BondTraderException failure) {
                    columns.chain[k] = NO_CHAIN;
                    columns.fail(columns.failures, k, failure);
                }
            }
        });
        columns.gridDays = chains.toGrid();
        columns.chains = chains.chains();
        return columns;
    }

    private void fill(int k, BondPricing pricing, FlowChains chains) {
        accrued[k] = pricing.accruedInterest();
        chain[k] = NO_CHAIN;
        if (pricing.form() instanceof AnnuityForm annuity) {
            wholePeriods[k] = annuity.wholePeriods;
            compoundedPart[k] = annuity.compoundedPart;
            simplePart[k] = annuity.simplePart;
            nextCoupon[k] = annuity.nextCoupon;
            coupon[k] = annuity.coupon;
            redemption[k] = annuity.redemption;
            periodsPerYear[k] = annuity.periodsPerYear;
        } else {
            keepForm(k, pricing.form());
        }
        CurvePricing flows;
        try {
            flows = CurvePricing.of(pricing);
        } catch (BondTraderException failure) {
            fail(flowFailures, k, failure);
            return;
        }
        double[] amounts = flows.amounts();
        flowCount[k] = amounts.length;
        chain[k] = chains.chainOf(flows.daysFromSettlement());
        if (pricing.form() instanceof AnnuityForm ? !paysLevel(k, amounts) : !becomesLevel(k, amounts)) {
            keepAmounts(k, amounts);
        }
    }

    /** Whether the annuity's own numbers make the amounts, to the last bit. */
    private boolean paysLevel(int k, double[] amounts) {
        for (int j = 0; j < amounts.length; j++) {
            if (amounts[j] != levelAmount(k, j, amounts.length)) {
                return false;
            }
        }
        return true;
    }

    /** Takes amounts into the columns that the form leaves free, if they are level. */
    private boolean becomesLevel(int k, double[] amounts) {
        int last = amounts.length - 1;
        nextCoupon[k] = last > 0 ? amounts[0] : 0.0;
        coupon[k] = last > 1 ? amounts[1] : 0.0;
        redemption[k] = amounts[last] - coupon[k];
        return paysLevel(k, amounts);
    }

    private double levelAmount(int k, int flow, int flows) {
        if (flow < flows - 1) {
            return flow == 0 ? nextCoupon[k] : coupon[k];
        }
        return lastAmount(k);
    }

    /** The last payment of level ones. */
    double lastAmount(int k) {
        return (flowCount[k] == 1 ? nextCoupon[k] : coupon[k]) + redemption[k];
    }

    private synchronized void keepForm(int k, DiscountForm form) {
        otherForms = otherForms.length == 0 ? new DiscountForm[size] : otherForms;
        otherForms[k] = form;
    }

    private synchronized void keepAmounts(int k, double[] amounts) {
        otherAmounts = otherAmounts.length == 0 ? new double[size][] : otherAmounts;
        otherAmounts[k] = amounts;
    }

    private synchronized void fail(SortedMap<Integer, BondTraderException> where, int k, BondTraderException failure) {
        where.put(k, failure);
    }

    /** Whether a bond is a closed annuity. */
    boolean isAnnuity(int k) {
        return otherForms.length == 0 || otherForms[k] == null;
    }

    /** The form of a bond: its own, or one made of its columns. */
    DiscountForm form(int k) {
        DiscountForm other = otherForms.length == 0 ? null : otherForms[k];
        return other != null
                ? other
                : new AnnuityForm(
                        wholePeriods[k],
                        compoundedPart[k],
                        simplePart[k],
                        nextCoupon[k],
                        coupon[k],
                        redemption[k],
                        periodsPerYear[k]);
    }

    /** The amounts of a bond whose payments are not level; null for level ones. */
    double @Nullable [] amounts(int k) {
        return otherAmounts.length == 0 ? null : otherAmounts[k];
    }

    /** One of a bond's payments, per 100. */
    double amount(int k, int flow) {
        double[] own = amounts(k);
        return own != null ? own[flow] : levelAmount(k, flow, flowCount[k]);
    }

    /** Fills the amounts of a bond. */
    void copyAmounts(int k, double[] target) {
        double[] own = amounts(k);
        int count = flowCount[k];
        if (own != null) {
            System.arraycopy(own, 0, target, 0, count);
            return;
        }
        for (int j = 0; j < count; j++) {
            target[j] = levelAmount(k, j, count);
        }
    }

    int longestFlowCount() {
        int longest = 0;
        for (int count : flowCount) {
            longest = Math.max(longest, count);
        }
        return longest;
    }
}
