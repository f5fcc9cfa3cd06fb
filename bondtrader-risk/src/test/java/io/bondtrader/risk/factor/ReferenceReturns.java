package io.bondtrader.risk.factor;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Returns that any library can draw again from {@link Random}: a common factor and a part of its own for each asset. */
public final class ReferenceReturns {

    private ReferenceReturns() {}

    /** A row a day. */
    public static double[][] returns(int days, int assets) {
        Random random = new Random(2024);
        double[][] returns = new double[days][assets];
        for (double[] day : returns) {
            double common = random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                day[i] = 0.0003
                        + 0.004 * common * (0.5 + 0.1 * (i % 10))
                        + 0.006 * (1 + 0.1 * (i % 10)) * random.nextGaussian();
            }
        }
        return returns;
    }

    /** The same as moves of factors {@code a0}, {@code a1} … */
    public static FactorMoves moves(int days, int assets) {
        List<String> names = IntStream.range(0, assets).mapToObj(i -> "a" + i).toList();
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(t -> LocalDate.of(2020, 1, 1).plusDays(t))
                .toList();
        return FactorMoves.of(names, dates, ReturnKind.RELATIVE, returns(days, assets));
    }
}
