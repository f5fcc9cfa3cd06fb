package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.regulatory.DefaultExposure.Bucket;
import io.bondtrader.risk.regulatory.DefaultExposure.Seniority;
import io.bondtrader.risk.regulatory.FrtbRules.DefaultQuality;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Capital for default risk of non-securitisations.
 *
 * <pre>
 *   HBR = Σ long / (Σ long + Σ |short|)
 *   charge = max(Σ RW·long − HBR·Σ RW·|short|, 0)        by bucket; buckets are added up
 * </pre>
 *
 * <p>Of one obligor, a short position offsets a long one of the same or a higher rank. Source: Basel Framework MAR22.19 to
 * MAR22.26. Immutable and safe for use by many threads.
 */
public final class DefaultRiskCharge {

    private DefaultRiskCharge() {}

    /**
     * Net jumps to default of an obligor.
     *
     * @param longs what is left of long positions, 0 or more
     * @param shorts what is left of short positions, 0 or more
     */
    record Net(double longs, double shorts) {}

    /**
     * Calculates the charge.
     *
     * @param exposures the positions
     * @param rules the parameters in force
     * @return the charge in reporting currency, with gross and net jumps and the ratio of each bucket
     * @throws InvalidInput if an obligor has two buckets or two qualities
     */
    public static RegulatoryFigure of(List<DefaultExposure> exposures, FrtbRules rules) {
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        exposures.forEach(exposure -> lines.amount(exposure.name() + " JTD", exposure.jumpToDefault()));
        double total = 0.0;
        for (Bucket bucket : Bucket.values()) {
            Map<String, List<DefaultExposure>> obligors = exposures.stream()
                    .filter(exposure -> exposure.bucket() == bucket)
                    .collect(Collectors.groupingBy(DefaultExposure::obligor, TreeMap::new, Collectors.toList()));
            double longs = 0.0;
            double shorts = 0.0;
            double weightedLongs = 0.0;
            double weightedShorts = 0.0;
            for (Map.Entry<String, List<DefaultExposure>> obligor : obligors.entrySet()) {
                double weight = rules.defaultWeights().getOrDefault(quality(obligor.getKey(), exposures), 1.0);
                Net net = net(obligor.getValue());
                lines.amount(obligor.getKey() + " net long", net.longs())
                        .amount(obligor.getKey() + " net short", net.shorts());
                longs += net.longs();
                shorts += net.shorts();
                weightedLongs += weight * net.longs();
                weightedShorts += weight * net.shorts();
            }
            if (longs + shorts > 0.0) {
                double ratio = longs / (longs + shorts);
                double charge = Math.max(weightedLongs - ratio * weightedShorts, 0.0);
                lines.decimal(bucket + " hedge benefit ratio", ratio).amount(bucket + " charge", charge);
                total += charge;
            }
        }
        return lines.build("default risk charge", total, RegulatoryFigure.CURRENCY, rules.source());
    }

    private static DefaultQuality quality(String obligor, List<DefaultExposure> exposures) {
        List<DefaultExposure> own =
                exposures.stream().filter(e -> e.obligor().equals(obligor)).toList();
        DefaultExposure first = own.get(0);
        for (DefaultExposure exposure : own) {
            InvalidInput.unless(
                    exposure.quality() == first.quality() && exposure.bucket() == first.bucket(),
                    "quality and bucket of " + obligor,
                    exposure.quality() + " and " + exposure.bucket(),
                    "those of its other positions");
        }
        return first.quality();
    }

    /** The shorts that may offset least go first: those of the highest rank. */
    static Net net(List<DefaultExposure> positions) {
        int ranks = Seniority.values().length;
        double[] longs = byRank(positions, true);
        double[] shorts = byRank(positions, false);
        for (int rank = 0; rank < ranks; rank++) {
            for (int higher = rank; higher >= 0; higher--) {
                double offset = Math.min(shorts[rank], longs[higher]);
                shorts[rank] -= offset;
                longs[higher] -= offset;
            }
        }
        double left = 0.0;
        double owed = 0.0;
        for (int rank = 0; rank < ranks; rank++) {
            left += longs[rank];
            owed += shorts[rank];
        }
        return new Net(left, owed);
    }

    static double[] byRank(List<DefaultExposure> positions, boolean longs) {
        List<Seniority> order = List.of(Seniority.values());
        double[] sums = new double[order.size()];
        for (DefaultExposure position : positions) {
            double jump = position.jumpToDefault();
            if (jump > 0.0 == longs) {
                sums[order.indexOf(position.seniority())] += Math.abs(jump);
            }
        }
        return sums;
    }
}
