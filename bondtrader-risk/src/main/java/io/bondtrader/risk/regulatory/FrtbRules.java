package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parameters of the standardised approach to market risk for bonds, from a day on: general interest rate risk, credit
 * spread risk of non-securitisations, and default risk.
 *
 * <p>Source: Basel Framework MAR21.41 to MAR21.57 and MAR22; Regulation (EU) No 575/2013, articles 325ae to 325aj and 325w
 * to 325y. Immutable and safe for use by many threads.
 *
 * @param source whose rules these are
 * @param rateWeights by tenor in years, decimals
 * @param inflationWeight of inflation and of cross-currency basis, a decimal
 * @param reducedCurrencies whose rate weights are divided by √2, beside the reporting currency
 * @param rateDecay of the correlation of tenors
 * @param rateFloor of the correlation of tenors
 * @param curveCorrelation of different curves of one currency
 * @param inflationCorrelation of inflation and a tenor of a curve
 * @param currencyCorrelation of different currencies
 * @param spreadBuckets the buckets of credit spread risk, by number from 1
 * @param nameCorrelation of different names
 * @param indexNameCorrelation of different names in buckets of indices
 * @param tenorCorrelation of different tenors
 * @param basisCorrelation of bond and derivative curves
 * @param sectorCorrelations of different sectors of buckets, by their groups
 * @param ratingCorrelation of different credit qualities
 * @param ratesIndices whether that holds for buckets of indices too
 * @param defaultWeights by credit quality, decimals
 */
public record FrtbRules(
        RuleSource source,
        Map<Double, Double> rateWeights,
        double inflationWeight,
        Set<Currency> reducedCurrencies,
        double rateDecay,
        double rateFloor,
        double curveCorrelation,
        double inflationCorrelation,
        double currencyCorrelation,
        List<SpreadBucket> spreadBuckets,
        double nameCorrelation,
        double indexNameCorrelation,
        double tenorCorrelation,
        double basisCorrelation,
        List<List<Double>> sectorCorrelations,
        double ratingCorrelation,
        boolean ratesIndices,
        Map<DefaultQuality, Double> defaultWeights)
        implements DatedRules {

    /** Credit qualities of buckets. */
    public enum Quality {
        /** Investment grade, or of all qualities where a rule treats it so. */
        INVESTMENT_GRADE,
        /** High yield and unrated. */
        HIGH_YIELD,
        /** Neither: the other sector. */
        ANY
    }

    /** Kinds of buckets, by how they are aggregated. */
    public enum BucketKind {
        /** By names, tenors and bases. */
        NAMES,
        /** The same, with names of indices. */
        INDICES,
        /** The other sector: absolute values are added up. */
        OTHER
    }

    /** Credit qualities of default risk. */
    public enum DefaultQuality {
        /** AAA. */
        AAA,
        /** AA+ to AA-. */
        AA,
        /** A+ to A-. */
        A,
        /** BBB+ to BBB-. */
        BBB,
        /** BB+ to BB-. */
        BB,
        /** B+ to B-. */
        B,
        /** CCC and below. */
        CCC,
        /** Without a rating. */
        UNRATED,
        /** In default. */
        DEFAULTED
    }

    /**
     * A bucket of credit spread risk.
     *
     * @param sector what belongs to it
     * @param weight risk weight, a decimal
     * @param topGradeWeight of covered bonds rated AA- or better, a decimal; the same for all else
     * @param quality its credit quality
     * @param group index of its sector in the correlations of sectors
     * @param kind how it is aggregated
     */
    public record SpreadBucket(
            String sector, double weight, double topGradeWeight, Quality quality, int group, BucketKind kind) {}

    private static final String SECTORS = """
            0    75   10   20   25   20   15   10   0    45   45
            75   0    5    15   20   15   10   10   0    45   45
            10   5    0    5    15   20   5    20   0    45   45
            20   15   5    0    20   25   5    5    0    45   45
            25   20   15   20   0    25   5    15   0    45   45
            20   15   20   25   25   0    5    20   0    45   45
            15   10   5    5    5    5    0    5    0    45   45
            10   10   20   5    15   20   5    0    0    45   45
            0    0    0    0    0    0    0    0    0    0    0
            45   45   45   45   45   45   45   45   0    0    75
            45   45   45   45   45   45   45   45   0    75   0
            """;

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if a table is empty or incomplete, or a number is out of range
     */
    public FrtbRules {
        Objects.requireNonNull(source);
        InvalidInput.unless(!rateWeights.isEmpty(), "rateWeights", rateWeights, "not empty");
        InvalidInput.unless(!spreadBuckets.isEmpty(), "spreadBuckets", spreadBuckets, "not empty");
        rateWeights = Map.copyOf(rateWeights);
        Set<Currency> sorted = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        sorted.addAll(reducedCurrencies);
        reducedCurrencies = Collections.unmodifiableSet(sorted);
        spreadBuckets = List.copyOf(spreadBuckets);
        sectorCorrelations = sectorCorrelations.stream().map(List::copyOf).toList();
        defaultWeights = Map.copyOf(defaultWeights);
        rateWeights.forEach((tenor, weight) -> {
            Bounds.between("tenor", tenor, 0.0, 100.0);
            Bounds.share("rate weight", weight);
        });
        Bounds.share("inflationWeight", inflationWeight);
        Bounds.between("rateDecay", rateDecay, 0.0, 10.0);
        for (double correlation : new double[] {
            rateFloor,
            curveCorrelation,
            inflationCorrelation,
            currencyCorrelation,
            nameCorrelation,
            indexNameCorrelation,
            tenorCorrelation,
            basisCorrelation,
            ratingCorrelation
        }) {
            Bounds.share("correlation", correlation);
        }
        for (SpreadBucket bucket : spreadBuckets) {
            Bounds.share("weight of " + bucket.sector(), bucket.weight());
            Bounds.share("top grade weight of " + bucket.sector(), bucket.topGradeWeight());
            InvalidInput.unless(
                    bucket.group() >= 0 && bucket.group() < sectorCorrelations.size(),
                    "group of " + bucket.sector(),
                    bucket.group(),
                    "that of a row of sectorCorrelations");
        }
        for (List<Double> row : sectorCorrelations) {
            InvalidInput.unless(row.size() == sectorCorrelations.size(), "sectorCorrelations", row.size(), "square");
            row.forEach(correlation -> Bounds.share("sector correlation", correlation));
        }
        for (DefaultQuality quality : DefaultQuality.values()) {
            Bounds.share("default weight of " + quality, defaultWeights.getOrDefault(quality, Double.NaN));
        }
    }

    /** {@return the parameters of the Basel Committee since 2023: 18 buckets of credit spread risk} */
    public static FrtbRules basel2023() {
        List<SpreadBucket> buckets = new ArrayList<>();
        String[] sectors = {
            "sovereigns, central banks, development banks",
            "local governments, state-backed non-financials, education, administration",
            "financials, with state-backed ones",
            "basic materials, energy, industrials, agriculture, manufacturing, mining",
            "consumer goods and services, transport, administrative services",
            "technology, telecommunications",
            "health care, utilities, professional and technical activities"
        };
        double[] grade = {0.5, 1, 5, 3, 3, 2, 1.5};
        double[] yield = {2, 4, 12, 7, 8.5, 5.5, 5};
        for (int k = 0; k < grade.length; k++) {
            buckets.add(names(sectors[k], grade[k], Quality.INVESTMENT_GRADE, k));
        }
        buckets.add(covered("covered bonds", 7));
        for (int k = 0; k < yield.length; k++) {
            buckets.add(names(sectors[k], yield[k], Quality.HIGH_YIELD, k));
        }
        addOthers(buckets);
        return of(
                RuleSource.of(RuleSource.BASEL, "2023-01-01", "Basel Framework MAR21.41 to MAR21.57, MAR22.24"),
                buckets,
                false);
    }

    /** {@return the parameters of the Union: 20 buckets of credit spread risk} */
    public static FrtbRules eu2025() {
        List<SpreadBucket> buckets = new ArrayList<>();
        String third = "central governments of third countries, development banks, international organisations";
        String[] sectors = {
            "regional and local authorities, public sector entities",
            "financial sector entities",
            "basic materials, energy, industrials, agriculture, manufacturing, mining",
            "consumer goods and services, transport, administrative services",
            "technology, telecommunications",
            "health care, utilities, professional and technical activities"
        };
        buckets.add(names("central governments of member states", 0.5, Quality.INVESTMENT_GRADE, 0));
        buckets.add(names(third, 0.5, Quality.INVESTMENT_GRADE, 0));
        double[] grade = {1, 5, 3, 3, 2, 1.5};
        for (int k = 0; k < grade.length; k++) {
            buckets.add(names(sectors[k], grade[k], Quality.INVESTMENT_GRADE, k + 1));
        }
        buckets.add(names("covered bonds of the Union", 1, Quality.INVESTMENT_GRADE, 7));
        buckets.add(covered("covered bonds of third countries", 7));
        buckets.add(names(third, 2, Quality.HIGH_YIELD, 0));
        double[] yield = {4, 12, 7, 8.5, 5.5, 5};
        for (int k = 0; k < yield.length; k++) {
            buckets.add(names(sectors[k], yield[k], Quality.HIGH_YIELD, k + 1));
        }
        addOthers(buckets);
        return of(
                RuleSource.of(
                        RuleSource.EU,
                        "2025-01-01",
                        "Regulation (EU) No 575/2013, articles 325ae to 325aj and 325y; capital requirement dates by (EU) 2024/1623"),
                buckets,
                true);
    }

    /** {@return the published versions; add one's own with {@link RuleBook#with}} */
    public static RuleBook<FrtbRules> published() {
        return RuleBook.of(List.of(basel2023(), eu2025()));
    }

    private static SpreadBucket names(String sector, double pct, Quality quality, int group) {
        return new SpreadBucket(sector, pct / 100.0, pct / 100.0, quality, group, BucketKind.NAMES);
    }

    /** Covered bonds weigh less from AA- on: MAR21.53, footnote to bucket 8; article 325ah, bucket 10. */
    private static SpreadBucket covered(String sector, int group) {
        return new SpreadBucket(sector, 0.025, 0.015, Quality.INVESTMENT_GRADE, group, BucketKind.NAMES);
    }

    private static void addOthers(List<SpreadBucket> buckets) {
        buckets.add(new SpreadBucket("other sector", 0.12, 0.12, Quality.ANY, 8, BucketKind.OTHER));
        buckets.add(new SpreadBucket(
                "indices, mostly investment grade", 0.015, 0.015, Quality.INVESTMENT_GRADE, 9, BucketKind.INDICES));
        buckets.add(
                new SpreadBucket("indices, mostly high yield", 0.05, 0.05, Quality.HIGH_YIELD, 10, BucketKind.INDICES));
    }

    private static FrtbRules of(RuleSource source, List<SpreadBucket> buckets, boolean ratesIndices) {
        Map<Double, Double> weights = new TreeMap<>();
        double[] tenors = {0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 30};
        double[] pct = {1.7, 1.7, 1.6, 1.3, 1.2, 1.1, 1.1, 1.1, 1.1, 1.1};
        for (int k = 0; k < tenors.length; k++) {
            weights.put(tenors[k], pct[k] / 100.0);
        }
        List<List<Double>> sectors = SECTORS.lines()
                .map(line -> Stream.of(line.strip().split("\\s+", -1))
                        .map(cell -> Double.parseDouble(cell) / 100.0)
                        .toList())
                .toList();
        return new FrtbRules(
                source,
                weights,
                0.016,
                Stream.of("EUR", "USD", "GBP", "AUD", "JPY", "SEK", "CAD")
                        .map(Currency::getInstance)
                        .collect(Collectors.toUnmodifiableSet()),
                0.03,
                0.40,
                0.999,
                0.40,
                0.50,
                buckets,
                0.35,
                0.80,
                0.65,
                0.999,
                sectors,
                0.50,
                ratesIndices,
                Map.of(
                        DefaultQuality.AAA, 0.005,
                        DefaultQuality.AA, 0.02,
                        DefaultQuality.A, 0.03,
                        DefaultQuality.BBB, 0.06,
                        DefaultQuality.BB, 0.15,
                        DefaultQuality.B, 0.30,
                        DefaultQuality.CCC, 0.50,
                        DefaultQuality.UNRATED, 0.15,
                        DefaultQuality.DEFAULTED, 1.0));
    }

    /** The bucket of a number, counted from 1. */
    SpreadBucket spreadBucket(int number) {
        InvalidInput.unless(
                number >= 1 && number <= spreadBuckets.size(), "bucket", number, "1 to " + spreadBuckets.size());
        return spreadBuckets.get(number - 1);
    }

    /** Correlation of two tenors of one rate curve. */
    double rateCorrelation(double one, double other) {
        double nearer = Math.min(one, other);
        return Math.max(Math.exp(-rateDecay * Math.abs(one - other) / nearer), rateFloor);
    }

    /** Correlation of two buckets of credit spread risk, by numbers from 1. */
    double spreadBucketCorrelation(int one, int other) {
        SpreadBucket b = spreadBucket(one);
        SpreadBucket c = spreadBucket(other);
        double rating = isRated(b) && isRated(c) && b.quality() != c.quality() ? ratingCorrelation : 1.0;
        double sector =
                b.group() == c.group() ? 1.0 : sectorCorrelations.get(b.group()).get(c.group());
        return rating * sector;
    }

    private boolean isRated(SpreadBucket bucket) {
        return bucket.kind() == BucketKind.NAMES || (ratesIndices && bucket.kind() == BucketKind.INDICES);
    }

    @Override
    public String toString() {
        return "FrtbRules[" + source + ", " + spreadBuckets.size() + " buckets of spread risk]";
    }
}
