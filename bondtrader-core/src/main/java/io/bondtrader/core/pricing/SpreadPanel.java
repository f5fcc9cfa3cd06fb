package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every spread of one bond at one price, each with the proof that it reprices the bond: the price is calculated back from
 * the spread along another way than the spread came from the price. A Z-spread is put on the curve object, which then
 * discounts the flows; a yield spread is added to its benchmark's yield, which prices the bond; an asset swap is added up
 * payment by payment.
 *
 * <p>Spreads of yields are those of the bond's own yield convention: quote the benchmarks in the same compounding. The
 * maturity at which they are read is that of the last payment's due date, by ACT/365 fixed from settlement.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param settlement the day on which cash and bond change hands
 * @param curve name of the curve
 * @param maturityYears years to maturity
 * @param cleanPrice per 100
 * @param accruedInterest per 100
 * @param yield annual yield of the price, as a decimal
 * @param curveDirtyPrice what the curve alone says the bond is worth, per 100
 * @param spreads in the order of {@link SpreadKind}; those without a benchmark are left out
 */
public record SpreadPanel(
        LocalDate settlement,
        String curve,
        double maturityYears,
        double cleanPrice,
        double accruedInterest,
        double yield,
        double curveDirtyPrice,
        List<Spread> spreads) {

    /**
     * One spread and its proof.
     *
     * @param kind what it is measured over
     * @param over name of what it is measured over
     * @param value as a decimal
     * @param repricedDirtyPrice the price that follows from the spread, per 100
     * @param repricingError that price less the one that the spread was calculated from
     */
    public record Spread(SpreadKind kind, String over, double value, double repricedDirtyPrice, double repricingError) {

        /** {@return the spread in basis points} */
        public double basisPoints() {
            return value * 1e4;
        }
    }

    /** Copies the spreads. */
    public SpreadPanel {
        spreads = List.copyOf(spreads);
    }

    /**
     * Starts a panel.
     *
     * @param pricing the bond at its settlement
     * @param curve discounts the bond and projects the floating leg; its reference date is settlement or before
     * @return a builder without benchmarks, whose floating leg pays quarterly by ACT/360
     */
    public static Builder of(CurvePricing pricing, DiscountCurve curve) {
        return new Builder(pricing, curve);
    }

    /** {@return the price with accrued interest, per 100} */
    public double dirtyPrice() {
        return cleanPrice + accruedInterest;
    }

    /**
     * Returns one of the spreads.
     *
     * @param kind which
     * @return the spread
     * @throws MissingData if the panel was given nothing to measure it over
     */
    public Spread spread(SpreadKind kind) {
        for (Spread spread : spreads) {
            if (spread.kind() == kind) {
                return spread;
            }
        }
        throw new MissingData("the panel has no " + kind.label() + ": nothing to measure it over was given");
    }

    /** {@return the largest distance of a repriced price from the price, per 100} */
    public double worstRepricingError() {
        double worst = 0.0;
        for (Spread spread : spreads) {
            worst = Math.max(worst, Math.abs(spread.repricingError()));
        }
        return worst;
    }

    /** {@return the spreads as a table for a console, in basis points} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "settlement %s, %.3f years, clean %.6f + accrued %.6f = dirty %.6f, yield %.6f%%, curve price %.6f\n",
                settlement,
                maturityYears,
                cleanPrice,
                accruedInterest,
                dirtyPrice(),
                yield * 100.0,
                curveDirtyPrice));
        text.append("spread                    basis points   repriced at       error   over\n");
        for (Spread spread : spreads) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %13.4f %13.6f %11.1e   %s\n",
                    spread.kind().label(),
                    spread.basisPoints(),
                    spread.repricedDirtyPrice(),
                    spread.repricingError(),
                    spread.over()));
        }
        return text.append(
                        String.format(Locale.ROOT, "every spread reprices the bond within %.1e", worstRepricingError()))
                .toString();
    }

    /**
     * What the spreads of a panel are measured over. Not safe for use by many threads.
     */
    public static final class Builder {

        private final CurvePricing pricing;
        private final DiscountCurve curve;
        private @Nullable BenchmarkRates governmentYields;
        private @Nullable BenchmarkRates swapRates;
        private @Nullable BondPricing benchmark;
        private double benchmarkYield;
        private Frequency floatingFrequency = Frequency.QUARTERLY;
        private DayCount floatingDayCount = DayCounts.ACT_360;

        private Builder(CurvePricing pricing, DiscountCurve curve) {
            this.pricing = pricing;
            this.curve = curve;
        }

        /**
         * Names the government's yields, for the G-spread.
         *
         * @param yields yields by maturity, compounded as the bond's
         * @return this
         */
        public Builder governmentYields(BenchmarkRates yields) {
            this.governmentYields = yields;
            return this;
        }

        /**
         * Names the par swap rates, for the I-spread.
         *
         * @param rates rates by maturity, compounded as the bond's yield
         * @return this
         */
        public Builder swapRates(BenchmarkRates rates) {
            this.swapRates = rates;
            return this;
        }

        /**
         * Names one benchmark bond, for the T-spread.
         *
         * @param bond the benchmark
         * @param cleanPrice its price per 100 without accrued interest
         * @return this
         * @throws InvalidInput if the price is not a number, or not positive with accrued interest
         * @throws NotConverged if the price has no yield
         */
        public Builder benchmark(BondPricing bond, double cleanPrice) {
            this.benchmarkYield = bond.yieldFromCleanPrice(cleanPrice);
            this.benchmark = bond;
            return this;
        }

        /**
         * Sets the floating leg of the asset swaps.
         *
         * @param frequency payments a year
         * @param dayCount measures the periods
         * @return this
         */
        public Builder floatingLeg(Frequency frequency, DayCount dayCount) {
            this.floatingFrequency = frequency;
            this.floatingDayCount = dayCount;
            return this;
        }

        /**
         * Calculates all spreads of a price.
         *
         * @param cleanPrice price per 100 without accrued interest
         * @return the panel
         * @throws InvalidInput if the price is not a number, or not positive with accrued interest, or the curve's reference
         *     date is after settlement
         * @throws MissingData if the curve does not reach the last payment
         * @throws NotConverged if the price has no yield or no Z-spread
         */
        public SpreadPanel atCleanPrice(double cleanPrice) {
            BondPricing bond = pricing.yieldPricing();
            double yield = bond.yieldFromCleanPrice(cleanPrice);
            double dirty = cleanPrice + bond.accruedInterest();
            List<Spread> spreads = new ArrayList<>();
            spreads.add(zSpread(SpreadKind.Z_CONTINUOUS, Compounding.CONTINUOUS, 0.0, dirty));
            spreads.add(zSpread(SpreadKind.Z_ANNUAL, Compounding.ANNUAL, 1.0, dirty));
            spreads.add(zSpread(SpreadKind.Z_SEMIANNUAL, Compounding.SEMIANNUAL, 2.0, dirty));
            double years = pricing.maturityYears();
            if (governmentYields != null) {
                spreads.add(
                        overYield(SpreadKind.G, governmentYields.name(), governmentYields.rate(years), yield, dirty));
            }
            if (swapRates != null) {
                spreads.add(overYield(SpreadKind.I, swapRates.name(), swapRates.rate(years), yield, dirty));
            }
            if (benchmark != null) {
                spreads.add(overYield(SpreadKind.T, name(benchmark), benchmarkYield, yield, dirty));
            }
            if (pricing.repaysInOneAmount()) {
                AssetSwap swap = AssetSwap.of(pricing, curve, floatingFrequency, floatingDayCount);
                double par = swap.parSpread(dirty);
                spreads.add(
                        proven(SpreadKind.ASSET_SWAP_PAR, curve.name(), par, swap.dirtyPriceFromParSpread(par), dirty));
                double market = swap.marketValueSpread(dirty);
                spreads.add(proven(
                        SpreadKind.ASSET_SWAP_MARKET_VALUE,
                        curve.name(),
                        market,
                        swap.dirtyPriceFromMarketValueSpread(market),
                        dirty));
            }
            return new SpreadPanel(
                    bond.settlement(),
                    curve.name(),
                    years,
                    cleanPrice,
                    bond.accruedInterest(),
                    yield,
                    pricing.dirtyPrice(curve),
                    spreads);
        }

        private Spread zSpread(SpreadKind kind, Compounding compounding, double perYear, double dirty) {
            double spread = pricing.zSpread(curve, dirty, compounding);
            double repriced = pricing.dirtyPrice(new SpreadedCurve(curve, spread, perYear));
            return proven(kind, curve.name(), spread, repriced, dirty);
        }

        private Spread overYield(SpreadKind kind, String over, double benchmark, double yield, double dirty) {
            double spread = yield - benchmark;
            double repriced = pricing.yieldPricing().dirtyPriceFromYield(benchmark + spread);
            return proven(kind, over, spread, repriced, dirty);
        }

        private static Spread proven(SpreadKind kind, String over, double value, double repriced, double dirty) {
            return new Spread(kind, over, value, repriced, repriced - dirty);
        }

        private static String name(BondPricing benchmark) {
            var identifier = benchmark.bond().identifier();
            if (identifier != null) {
                return identifier.value();
            }
            List<CashFlow> flows = benchmark.cashFlows();
            String end =
                    flows.isEmpty() ? "" : " of " + flows.get(flows.size() - 1).dueDate();
            return benchmark.bond().convention().name() + end;
        }
    }
}
