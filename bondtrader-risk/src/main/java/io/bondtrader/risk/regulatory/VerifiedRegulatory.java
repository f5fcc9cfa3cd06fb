package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.credit.VasicekLoss;
import io.bondtrader.risk.internal.TwoPaths;
import io.bondtrader.risk.regulatory.DefaultExposure.Bucket;
import io.bondtrader.risk.regulatory.FrtbRules.BucketKind;
import io.bondtrader.risk.regulatory.SensitivitiesBasedMethod.Factor;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Regulatory figures by two independent paths: the liquid stock by the standard's formula and by its closed form, capital by
 * IRB against the portfolio model behind it, market risk by loops and as one quadratic form, default risk netted step by step
 * and by the smallest cut.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedRegulatory {

    /** The stock of liquid assets. */
    public static final Measure LIQUID_ASSETS = Measure.of("HQLA", "currency", new Tolerance(1e-9, 1e-12));

    /** Capital of the IRB approach. */
    public static final Measure IRB_CAPITAL = Measure.of("IRB capital", "decimal", new Tolerance(1e-13, 1e-11));

    /** Capital for market risk. */
    public static final Measure MARKET_RISK_CAPITAL =
            Measure.of("market risk capital", "currency", new Tolerance(1e-6, 1e-9));

    /** Capital for default risk. */
    public static final Measure DEFAULT_CHARGE =
            Measure.of("default risk charge", "currency", new Tolerance(1e-6, 1e-12));

    /** The change of economic value in a shock. */
    public static final Measure ECONOMIC_VALUE =
            Measure.of("change of economic value", "currency", new Tolerance(1e-7, 1e-10));

    private static final DualPath VALUE =
            new DualPath(ECONOMIC_VALUE, "shocked curve, flow by flow", "two values by the standard's formula");
    private static final DualPath STOCK = new DualPath(LIQUID_ASSETS, "cuts of the standard", "smallest of its bounds");
    private static final DualPath IRB = new DualPath(IRB_CAPITAL, "formula of the standard", "quantile of losses");
    private static final DualPath MARKET = new DualPath(MARKET_RISK_CAPITAL, "bucket by bucket", "one quadratic form");
    private static final DualPath DEFAULT = new DualPath(DEFAULT_CHARGE, "netted rank by rank", "smallest cut");

    private final Verifier verifier;

    private VerifiedRegulatory(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns figures under a verifier.
     *
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified figures
     */
    public static VerifiedRegulatory of(Verifier verifier) {
        return new VerifiedRegulatory(verifier);
    }

    /**
     * Verifies the stock of liquid assets, where nothing is unwound.
     *
     * @param coverage assets and flows, without unwinding
     * @return the stock in currency, with the evidence
     * @throws InvalidInput if nothing flows out
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified liquidAssets(LiquidityCoverage coverage) {
        return liquidAssets(coverage, coverage.ratio().line("HQLA"));
    }

    /** Apart from its calculation, so that tests can hand in a number that is wrong; so are all others here. */
    Verified liquidAssets(LiquidityCoverage coverage, double primary) {
        RegulatoryFigure told = coverage.ratio();
        return TwoPaths.settle(verifier, STOCK, coverage, told.line("level 1"), primary, () -> {
            LcrRules rules = coverage.rules();
            double one = told.line("level 1");
            double two = told.line("level 2A");
            double all = one + two + told.line("level 2B");
            double stock =
                    Math.min(all, Math.min((one + two) / (1.0 - rules.level2BCap()), one / (1.0 - rules.level2Cap())));
            double best = one - told.line("of it covered bonds");
            return rules.coveredLevel1Cap() < 1.0 ? Math.min(stock, best / (1.0 - rules.coveredLevel1Cap())) : stock;
        });
    }

    /**
     * Verifies the change of a currency's economic value in one scenario, without a floor.
     *
     * @param book the banking book
     * @param currency of the book
     * @param shocks sizes in force
     * @param scenario which of the six
     * @return the change, with the evidence
     * @throws MissingData if the book has no such currency, it has no shock or its curve does not reach
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified economicValueChange(
            BankingBook book, Currency currency, IrrbbShocks shocks, IrrbbScenario scenario) {
        double change = book.economicValueChange(currency, shocks, scenario, PostShockFloor.none());
        return economicValueChange(book, currency, shocks, scenario, change);
    }

    Verified economicValueChange(
            BankingBook book, Currency currency, IrrbbShocks shocks, IrrbbScenario scenario, double primary) {
        IrrbbShock size = shocks.of(currency);
        return TwoPaths.settle(verifier, VALUE, book + " " + scenario, size.parallelBp(), primary, () -> {
            double before = 0.0;
            double after = 0.0;
            for (RepricingFlow flow : book.flows(currency)) {
                double t = flow.years();
                double rate = t == 0.0 ? 0.0 : book.curve(currency).zeroRate(t); // exactly: no time, no rate
                double shortRates = size.shortBp() / 10_000.0 / StrictMath.exp(0.25 * t);
                double longRates = size.longBp() / 10_000.0 * (1.0 - StrictMath.exp(-0.25 * t));
                double shock = switch (scenario) {
                    case PARALLEL_UP -> size.parallelBp() / 10_000.0;
                    case PARALLEL_DOWN -> -size.parallelBp() / 10_000.0;
                    case STEEPENER -> 0.90 * longRates - 0.65 * shortRates;
                    case FLATTENER -> 0.80 * shortRates - 0.60 * longRates;
                    case SHORT_UP -> shortRates;
                    case SHORT_DOWN -> -shortRates;
                };
                before += flow.amount() * StrictMath.exp(-rate * t);
                after += flow.amount() * StrictMath.exp(-(rate + shock) * t);
            }
            return after - before;
        });
    }

    /**
     * Verifies capital of the IRB approach for companies.
     *
     * @param rules in force
     * @param pd probability of default, above 0 and below 1
     * @param lgd loss given default
     * @param maturity in years
     * @return K, with the evidence
     * @throws InvalidInput if a number is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified corporateCapital(IrbRules rules, double pd, double lgd, double maturity) {
        return corporateCapital(
                rules,
                pd,
                lgd,
                maturity,
                rules.riskWeight(IrbClass.CORPORATE, pd, lgd, maturity).line("K"));
    }

    Verified corporateCapital(IrbRules rules, double pd, double lgd, double maturity, double primary) {
        return TwoPaths.settle(verifier, IRB, rules, pd, primary, () -> {
            double floored = Math.max(pd, rules.pdFloors().getOrDefault(IrbClass.CORPORATE, 0.0));
            double weight = (1.0 - Math.exp(-50.0 * floored)) / (1.0 - Math.exp(-50.0));
            double rho = 0.24 - 0.12 * weight;
            double slope = Math.pow(0.11852 - 0.05478 * Math.log(floored), 2);
            double unexpected = new VasicekLoss(floored, rho).unexpectedLoss(0.999, lgd);
            return unexpected * (1.0 - 1.5 * slope + (maturity - 1.0) * slope) / (1.0 - 1.5 * slope);
        });
    }

    /**
     * Verifies delta capital for rates.
     *
     * @param method with its rules
     * @param sensitivities to rates
     * @param scenario of correlations
     * @return the capital, with the evidence
     * @throws InvalidInput if a tenor has no weight
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified rateDelta(
            SensitivitiesBasedMethod method, List<RateSensitivity> sensitivities, CorrelationScenario scenario) {
        return rateDelta(
                method,
                sensitivities,
                scenario,
                method.rateDelta(sensitivities, scenario).value());
    }

    Verified rateDelta(
            SensitivitiesBasedMethod method,
            List<RateSensitivity> sensitivities,
            CorrelationScenario scenario,
            double primary) {
        return TwoPaths.settle(
                verifier,
                MARKET,
                method,
                sensitivities.size(),
                primary,
                () -> quadratic(method, method.rateFactors(sensitivities), scenario, false));
    }

    /**
     * Verifies delta capital for spreads.
     *
     * @param method with its rules
     * @param sensitivities to spreads
     * @param scenario of correlations
     * @return the capital, with the evidence
     * @throws InvalidInput if there is no such bucket
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified spreadDelta(
            SensitivitiesBasedMethod method, List<SpreadSensitivity> sensitivities, CorrelationScenario scenario) {
        return spreadDelta(
                method,
                sensitivities,
                scenario,
                method.spreadDelta(sensitivities, scenario).value());
    }

    Verified spreadDelta(
            SensitivitiesBasedMethod method,
            List<SpreadSensitivity> sensitivities,
            CorrelationScenario scenario,
            double primary) {
        return TwoPaths.settle(
                verifier,
                MARKET,
                method,
                sensitivities.size(),
                primary,
                () -> quadratic(method, method.spreadFactors(sensitivities), scenario, true));
    }

    /** Factors of all buckets in one matrix, between buckets γ; where that is negative, S is bounded and put in instead. */
    private static double quadratic(
            SensitivitiesBasedMethod method, List<Factor> factors, CorrelationScenario scenario, boolean spreads) {
        List<Factor> counted = factors.stream()
                .filter(f -> !(spreads && kind(method, f) == BucketKind.OTHER))
                .toList();
        double others = factors.stream()
                .filter(f -> spreads && kind(method, f) == BucketKind.OTHER)
                .mapToDouble(f -> Math.abs(f.weighted()))
                .sum();
        Map<String, List<Factor>> buckets =
                counted.stream().collect(Collectors.groupingBy(Factor::bucket, TreeMap::new, Collectors.toList()));
        double square = form(method, counted, scenario, spreads) + others * others;
        for (List<Factor> bucket : buckets.values()) { // no K is the root of a negative number
            square += Math.max(0.0, -form(method, bucket, scenario, spreads));
        }
        if (square >= 0.0) {
            return Math.sqrt(square);
        }
        Map<String, Double> sums = new TreeMap<>();
        double total = others * others;
        for (Map.Entry<String, List<Factor>> bucket : buckets.entrySet()) {
            double capital = Math.sqrt(Math.max(0.0, form(method, bucket.getValue(), scenario, spreads)));
            double sum =
                    bucket.getValue().stream().mapToDouble(Factor::weighted).sum();
            sums.put(bucket.getKey(), sum > capital ? capital : sum < -capital ? -capital : sum);
            total += capital * capital;
        }
        for (Map.Entry<String, Double> b : sums.entrySet()) {
            for (Map.Entry<String, Double> c : sums.entrySet()) {
                if (!b.getKey().equals(c.getKey())) {
                    total +=
                            scenario.of(between(method, b.getKey(), c.getKey(), spreads)) * b.getValue() * c.getValue();
                }
            }
        }
        return Math.sqrt(Math.max(0.0, total));
    }

    private static double form(
            SensitivitiesBasedMethod method, List<Factor> factors, CorrelationScenario scenario, boolean spreads) {
        int n = factors.size();
        DMatrixRMaj correlations = new DMatrixRMaj(n, n);
        DMatrixRMaj weighted = new DMatrixRMaj(n, 1);
        for (int k = 0; k < n; k++) {
            weighted.set(k, 0, factors.get(k).weighted());
            for (int l = 0; l < n; l++) {
                Factor one = factors.get(k);
                Factor other = factors.get(l);
                double prescribed = one.bucket().equals(other.bucket())
                        ? (spreads ? method.spreadCorrelation(one, other) : method.rateCorrelation(one, other))
                        : between(method, one.bucket(), other.bucket(), spreads);
                correlations.set(k, l, k == l ? 1.0 : scenario.of(prescribed));
            }
        }
        DMatrixRMaj product = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.mult(correlations, weighted, product);
        return CommonOps_DDRM.dot(weighted, product);
    }

    private static double between(SensitivitiesBasedMethod method, String one, String other, boolean spreads) {
        return spreads
                ? method.rules()
                        .spreadBucketCorrelation(
                                SensitivitiesBasedMethod.number(one), SensitivitiesBasedMethod.number(other))
                : method.rules().currencyCorrelation();
    }

    private static BucketKind kind(SensitivitiesBasedMethod method, Factor factor) {
        return method.rules()
                .spreadBucket(SensitivitiesBasedMethod.number(factor.bucket()))
                .kind();
    }

    /**
     * Verifies the default risk charge.
     *
     * @param exposures the positions
     * @param rules in force
     * @return the charge, with the evidence
     * @throws InvalidInput if an obligor has two buckets or two qualities
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified defaultRisk(List<DefaultExposure> exposures, FrtbRules rules) {
        return defaultRisk(
                exposures, rules, DefaultRiskCharge.of(exposures, rules).value());
    }

    Verified defaultRisk(List<DefaultExposure> exposures, FrtbRules rules, double primary) {
        return TwoPaths.settle(verifier, DEFAULT, rules, exposures.size(), primary, () -> {
            double total = 0.0;
            for (Bucket bucket : Bucket.values()) {
                Map<String, List<DefaultExposure>> obligors = exposures.stream()
                        .filter(exposure -> exposure.bucket() == bucket)
                        .collect(Collectors.groupingBy(DefaultExposure::obligor));
                double longs = 0.0;
                double shorts = 0.0;
                double weighted = 0.0;
                double hedge = 0.0;
                for (List<DefaultExposure> positions : obligors.values()) {
                    double[] bought = DefaultRiskCharge.byRank(positions, true);
                    double[] sold = DefaultRiskCharge.byRank(positions, false);
                    double offset = smallestCut(bought, sold);
                    double weight =
                            rules.defaultWeights().getOrDefault(positions.get(0).quality(), 1.0);
                    double left = sum(bought) - offset;
                    double owed = sum(sold) - offset;
                    longs += left;
                    shorts += owed;
                    weighted += weight * left;
                    hedge += weight * owed;
                }
                total += longs + shorts == 0.0 // exactly: nothing there
                        ? 0.0
                        : Math.max(0.0, weighted - hedge * longs / (longs + shorts));
            }
            return total;
        });
    }

    /** What may be offset at most: for some rank, longs above it and shorts from it down are all that limits. */
    private static double smallestCut(double[] longs, double[] shorts) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int rank = 0; rank <= longs.length; rank++) {
            double cut = 0.0;
            for (int k = 0; k < longs.length; k++) {
                cut += k < rank ? longs[k] : shorts[k];
            }
            smallest = Math.min(smallest, cut);
        }
        return smallest;
    }

    private static double sum(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
