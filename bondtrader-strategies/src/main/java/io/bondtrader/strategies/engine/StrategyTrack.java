package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * What a strategy would have earned each day at its full risk, whatever share of it it was given: decided at the end of a
 * day, traded at the quotes of the end of the next one, with funding left out. It is what capital is allocated by, so that
 * a strategy that is given nothing can earn its place back.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class StrategyTrack {

    private final String id;
    private final double[] profits;

    StrategyTrack(String id, double[] profits) {
        this.id = id;
        this.profits = profits;
    }

    /**
     * Returns a track.
     *
     * @param id of the strategy
     * @param profits of each day, oldest first, in currency units
     * @return the track
     * @throws InvalidInput if a profit is not finite
     */
    public static StrategyTrack of(String id, double... profits) {
        for (double profit : profits) {
            InvalidInput.unless(Double.isFinite(profit), "profit", profit, "finite");
        }
        return new StrategyTrack(id, profits.clone());
    }

    /** {@return the strategy's identifier} */
    public String id() {
        return id;
    }

    /** {@return profit of each day, oldest first, in currency units} */
    public double[] profits() {
        return profits.clone();
    }

    /** {@return how many days there are} */
    public int days() {
        return profits.length;
    }

    double profit(int day) {
        return profits[day];
    }

    /** {@return mean profit of a day} */
    public double mean() {
        double sum = 0.0;
        for (double profit : profits) {
            sum += profit;
        }
        return profits.length == 0 ? 0.0 : sum / profits.length;
    }

    /** {@return standard deviation of a day's profit, n - 1; 0 below two days} */
    public double deviation() {
        if (profits.length < 2) {
            return 0.0;
        }
        double mean = mean();
        double sum = 0.0;
        for (double profit : profits) {
            sum += (profit - mean) * (profit - mean);
        }
        return Math.sqrt(sum / (profits.length - 1));
    }

    /** {@return mean over deviation, per day; 0 if it never moved} */
    public double sharpe() {
        double deviation = deviation();
        return deviation > 0.0 ? mean() / deviation : 0.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "StrategyTrack[%s, %d days, mean %.2f, deviation %.2f]", id, days(), mean(), deviation());
    }
}
