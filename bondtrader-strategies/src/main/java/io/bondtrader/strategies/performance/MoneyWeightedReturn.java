package io.bondtrader.strategies.performance;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The yearly rate that the money in an account earned: the internal rate of return of the first value, all flows and the last
 * value.
 *
 * <pre>
 * E(0) e^(x T) + Σ F(i) e^(x (T - t(i))) = E(T),   rate = e^x - 1
 * </pre>
 *
 * <p>Times are years of 365.25 days; a flow at the start of its day counts from the end of the day before. Flows in both
 * directions may leave no rate or several: all rates are listed, and {@link #rate} is absent unless there is one. Source: GIPS
 * Standards 2020, section 2.A (money-weighted returns); the multiplicity is Descartes' rule of signs.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param rates every yearly rate found, ascending, up to 1e50, between a growth over the record of e^-30 and
 *     e^30
 */
public record MoneyWeightedReturn(List<Double> rates) {

    private static final double WIDEST = 30;
    private static final int STEPS = 6000;
    private static final double LARGEST = 1e50;

    /** Copies the rates. */
    public MoneyWeightedReturn {
        rates = List.copyOf(rates);
    }

    static MoneyWeightedReturn of(TrackRecord record) {
        List<TrackDay> days = record.days();
        int n = days.size();
        double span = years(record, n - 1);
        if (span == 0) {
            return new MoneyWeightedReturn(List.of());
        }
        List<double[]> flows = new ArrayList<>(); // share of the record still to come, amount
        flows.add(new double[] {1, days.get(0).equity()});
        for (int i = 1; i < n; i++) {
            if (days.get(i).flow() != 0.0) {
                double at = years(record, record.timing() == FlowTiming.START_OF_DAY ? i - 1 : i);
                flows.add(new double[] {1 - at / span, days.get(i).flow()});
            }
        }
        flows.add(new double[] {0, -days.get(n - 1).equity()});
        List<Double> rates = new ArrayList<>();
        double left = -WIDEST;
        double atLeft = excess(flows, left);
        for (int k = 1; k <= STEPS; k++) {
            double right = -WIDEST + 2 * WIDEST * k / STEPS;
            double atRight = excess(flows, right);
            if (atLeft == 0) {
                rates.add(Math.expm1(left / span));
            } else if (atLeft * atRight < 0) {
                rates.add(Math.expm1(root(flows, left, right, atLeft) / span));
            }
            left = right;
            atLeft = atRight;
        }
        rates.removeIf(rate -> !(rate <= LARGEST));
        return new MoneyWeightedReturn(rates);
    }

    private static double years(TrackRecord record, int day) {
        return ChronoUnit.DAYS.between(record.start(), record.days().get(day).date()) / 365.25;
    }

    /** What the flows would have grown to beyond the last value, scaled so that it stays finite; x is growth over the record. */
    private static double excess(List<double[]> flows, double x) {
        double sum = 0;
        for (double[] flow : flows) {
            sum += flow[1] * Math.exp(x * flow[0] - Math.max(0, x));
        }
        return sum;
    }

    private static double root(List<double[]> flows, double low, double high, double atLow) {
        double left = low;
        double right = high;
        for (int k = 0; k < 200 && left < right; k++) {
            double middle = 0.5 * (left + right);
            double value = excess(flows, middle);
            if (middle == left || middle == right || value == 0) {
                return middle;
            }
            if (value * atLow > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return 0.5 * (left + right);
    }

    /** {@return the rate a year, absent if there is none or more than one} */
    public OptionalDouble rate() {
        return rates.size() == 1 ? OptionalDouble.of(rates.get(0)) : OptionalDouble.empty();
    }

    /** {@return the rate, or why there is none} */
    @Override
    public String toString() {
        return switch (rates.size()) {
            case 0 -> "no money-weighted return";
            case 1 -> String.format(Locale.ROOT, "%.4f%% a year, money-weighted", 100 * rates.get(0));
            default -> "no single money-weighted return, but " + rates;
        };
    }
}
