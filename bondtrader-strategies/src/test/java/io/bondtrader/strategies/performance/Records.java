package io.bondtrader.strategies.performance;

import java.time.LocalDate;
import java.util.Random;

/** Track records to test with. */
final class Records {

    static final LocalDate START = LocalDate.of(2019, 12, 31);

    private Records() {}

    /** A value a calendar day from the last of 2019. */
    static TrackRecord of(double... equity) {
        TrackRecord.Builder builder = TrackRecord.builder("test");
        for (int i = 0; i < equity.length; i++) {
            builder.add(START.plusDays(i), equity[i]);
        }
        return builder.build();
    }

    static TrackRecord ofReturns(String name, double... returns) {
        TrackRecord.Builder builder = TrackRecord.builder(name);
        double equity = 1_000_000;
        builder.add(START, equity);
        for (int i = 0; i < returns.length; i++) {
            equity *= 1 + returns[i];
            builder.add(START.plusDays(i + 1L), equity);
        }
        return builder.build();
    }

    static double[] normalReturns(long seed, int count, double mean, double deviation) {
        Random random = new Random(seed);
        double[] returns = new double[count];
        for (int i = 0; i < count; i++) {
            returns[i] = mean + deviation * random.nextGaussian();
        }
        return returns;
    }

    /** The returns RET-T-n of the workload definitions, equally weighted: Random(2024), a common factor and noise. */
    static double[] publishedReturns() {
        Random random = new Random(2024);
        double[] returns = new double[500];
        for (int t = 0; t < 500; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < 10; i++) {
                double one = 0.0003
                        + 0.004 * common * (0.5 + 0.1 * (i % 10))
                        + 0.006 * (1 + 0.1 * (i % 10)) * random.nextGaussian();
                returns[t] += one / 10;
            }
        }
        return returns;
    }
}
