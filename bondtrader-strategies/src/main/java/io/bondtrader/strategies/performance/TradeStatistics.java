package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What closed trades brought. A trade won if its profit after costs is above zero and lost if it is below; one at zero is
 * neither, but counts.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param count number of trades
 * @param wins how many of them won
 * @param losses how many of them lost
 * @param profit sum of profits after costs, absent without a trade
 * @param costs sum of costs, absent without a trade
 * @param grossWin sum of the profits that won, in the trades' currency
 * @param grossLoss sum of the profits that lost, 0 or negative
 * @param largestWin the best profit, 0 if none won
 * @param largestLoss the worst profit, 0 if none lost
 * @param longestLosingRun most losing trades in a row, in the order given
 * @param meanDaysHeld mean calendar days from entry to exit, 0 without a trade
 */
public record TradeStatistics(
        int count,
        int wins,
        int losses,
        Optional<Money> profit,
        Optional<Money> costs,
        double grossWin,
        double grossLoss,
        double largestWin,
        double largestLoss,
        int longestLosingRun,
        double meanDaysHeld) {

    /**
     * Summarises trades.
     *
     * @param trades the trades, in the order in which they were closed
     * @return their statistics
     * @throws InvalidInput if they are in different currencies
     */
    public static TradeStatistics of(List<ClosedTrade> trades) {
        int wins = 0;
        int losses = 0;
        int run = 0;
        int longestRun = 0;
        double won = 0;
        double lost = 0;
        double best = 0;
        double worst = 0;
        double held = 0;
        Money profit = null;
        Money costs = null;
        for (ClosedTrade trade : trades) {
            profit = profit == null ? trade.profit() : profit.plus(trade.profit());
            costs = costs == null ? trade.costs() : costs.plus(trade.costs());
            double one = trade.profit().toDouble();
            held += trade.daysHeld();
            if (trade.profit().amount().signum() > 0) {
                wins++;
                won += one;
                best = Math.max(best, one);
                run = 0;
            } else if (trade.profit().amount().signum() < 0) {
                losses++;
                lost += one;
                worst = Math.min(worst, one);
                longestRun = Math.max(longestRun, ++run);
            } else {
                run = 0;
            }
        }
        return new TradeStatistics(
                trades.size(),
                wins,
                losses,
                Optional.ofNullable(profit),
                Optional.ofNullable(costs),
                won,
                lost,
                best,
                worst,
                longestRun,
                trades.isEmpty() ? 0 : held / trades.size());
    }

    /** {@return the share of trades that won, absent without a trade} */
    public OptionalDouble hitRate() {
        return ratio(wins, count);
    }

    /** {@return what won over what lost, absent if nothing lost} */
    public OptionalDouble profitFactor() {
        return ratio(grossWin, -grossLoss);
    }

    /** {@return mean profit of those that won, absent if none did} */
    public OptionalDouble averageWin() {
        return ratio(grossWin, wins);
    }

    /** {@return mean profit of those that lost, negative, absent if none did} */
    public OptionalDouble averageLoss() {
        return ratio(grossLoss, losses);
    }

    /** {@return mean profit of a trade, absent without one} */
    public OptionalDouble expectancy() {
        return ratio(grossWin + grossLoss, count);
    }

    private static OptionalDouble ratio(double above, double below) {
        return below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
    }

    /** {@return counts, hit rate and profit} */
    @Override
    public String toString() {
        return count == 0
                ? "no closed trade"
                : String.format(
                        Locale.ROOT,
                        "%d trades, %.1f%% won, %s",
                        count,
                        100.0 * wins / count,
                        profit.map(Money::toString).orElse(""));
    }
}
