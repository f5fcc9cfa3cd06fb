package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A position that is left day by day: what each day trades, what it costs, and what the rest still risks.
 *
 * <pre>
 *   risk = z·σ·√(Σ x_k²)        x_k  what is held through day k; days are independent
 * </pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LiquidationSchedule {

    private static final int MOST_DAYS = 100_000;

    /**
     * One day of the schedule.
     *
     * @param day 1 for the first
     * @param traded by value in currency
     * @param remaining at the day's end, by value in currency
     * @param cost of the day's trade, in currency
     */
    public record Day(int day, double traded, double remaining, double cost) {}

    private final double value;
    private final List<Day> days;

    private LiquidationSchedule(double value, List<Day> days) {
        this.value = value;
        this.days = days;
    }

    /**
     * Returns the fastest schedule: every day as much as the capacity allows.
     *
     * @param value of the position, in currency; its sign does not matter
     * @param capacity what a day can take
     * @param cost of trading
     * @return the schedule
     * @throws InvalidInput if the value is not finite, or it would take more than 100,000 days
     */
    public static LiquidationSchedule fastest(double value, TradingCapacity capacity, TradingCost cost) {
        double needed = capacity.daysToLiquidate(value);
        InvalidInput.unless(needed <= MOST_DAYS, "days to liquidate", needed, "at most " + MOST_DAYS);
        List<Day> days = new ArrayList<>();
        double remaining = Math.abs(value);
        while (remaining > 0.0) {
            double traded = Math.min(remaining, capacity.perDay());
            double left = remaining - traded;
            // what rounding leaves behind is no day's work
            boolean last = left <= 1e-12 * Math.abs(value);
            remaining = last ? 0.0 : left;
            days.add(new Day(days.size() + 1, traded, remaining, cost.of(traded, capacity.dailyVolume())));
        }
        return new LiquidationSchedule(Math.abs(value), List.copyOf(days));
    }

    /**
     * Returns a schedule of equal trades.
     *
     * @param value of the position, in currency; its sign does not matter
     * @param count how many days, 1 to 100,000
     * @param capacity what a day can take
     * @param cost of trading
     * @return the schedule
     * @throws InvalidInput if the value is not finite, the count is out of range, or a day's trade exceeds the capacity
     */
    public static LiquidationSchedule even(double value, int count, TradingCapacity capacity, TradingCost cost) {
        InvalidInput.unless(count >= 1 && count <= MOST_DAYS, "count", count, "1 to " + MOST_DAYS);
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        double size = Math.abs(value);
        double traded = size / count;
        InvalidInput.unless(
                traded <= capacity.perDay() * (1.0 + 1e-12),
                "a day's trade",
                traded,
                "at most the capacity, " + capacity.perDay());
        List<Day> days = new ArrayList<>();
        for (int day = 1; day <= count && size > 0.0; day++) {
            days.add(new Day(day, traded, size * (count - day) / count, cost.of(traded, capacity.dailyVolume())));
        }
        return new LiquidationSchedule(size, List.copyOf(days));
    }

    /** {@return the days, in order; none for no position} */
    public List<Day> days() {
        return days;
    }

    /** {@return what all trades cost, in currency} */
    public double cost() {
        return days.stream().mapToDouble(Day::cost).sum();
    }

    /**
     * Returns the value-at-risk of what is still held while the position is left, each day's start counting, with the cost.
     *
     * @param dailyVolatility σ per trading day, a decimal
     * @param quantile z, such as 2.33 for 99 %
     * @return the parts
     * @throws InvalidInput if a number is out of range
     */
    public LiquidityAdjustedVar valueAtRisk(double dailyVolatility, double quantile) {
        InvalidInput.unless(
                dailyVolatility >= 0.0 && dailyVolatility <= 10.0, "dailyVolatility", dailyVolatility, "0 to 10");
        InvalidInput.unless(quantile >= 0.0 && quantile <= 40.0, "quantile", quantile, "0 to 40");
        double squares = 0.0;
        double held = value;
        for (Day day : days) {
            squares += held * held;
            held = day.remaining();
        }
        return new LiquidityAdjustedVar(quantile * dailyVolatility * Math.sqrt(squares), cost());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "LiquidationSchedule[%.2f in %d days, cost %.2f]", value, days.size(), cost());
    }
}
