package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.Portfolio;
import io.bondtrader.risk.optimise.RiskBudgeting;
import io.bondtrader.strategies.sizing.ScenarioKelly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decides how much of its full risk each strategy may take, from what all of them would have earned. Called by the engine's
 * thread at the end of a day; must depend on the tracks alone.
 */
@FunctionalInterface
public interface CapitalAllocator {

    /**
     * Allocates.
     *
     * @param tracks of the strategies that may trade, of the same days
     * @return for each track a multiple of full risk, 0 or more
     */
    double[] allocate(List<StrategyTrack> tracks);

    /** {@return everybody takes full risk} */
    static CapitalAllocator fixed() {
        return tracks -> {
            double[] ones = new double[tracks.size()];
            Arrays.fill(ones, 1.0);
            return ones;
        };
    }

    /**
     * Returns risk parity: all strategies contribute the same to the volatility of the whole, which is brought to a target.
     *
     * <p>Source: Maillard, Roncalli, Teïletche, "The Properties of Equally Weighted Risk Contribution Portfolios" (2010).
     * Strategies that never moved are given nothing.
     *
     * @param dailyVolatility of the profit of all strategies together, in currency units, positive
     * @param most multiple of full risk that a strategy may be given, positive
     * @return the allocator
     * @throws InvalidInput if a number is not positive
     */
    static CapitalAllocator riskParity(double dailyVolatility, double most) {
        requirePositive("dailyVolatility", dailyVolatility);
        requirePositive("most", most);
        return tracks -> {
            double[] shares = new double[tracks.size()];
            List<StrategyTrack> moving = moving(tracks);
            if (!moving.isEmpty()) {
                Portfolio parity = RiskBudgeting.parity(covariance(moving));
                double[] weights = parity.weights();
                double scale = dailyVolatility / parity.volatility();
                for (int i = 0; i < weights.length; i++) {
                    shares[tracks.indexOf(moving.get(i))] = Math.min(most, scale * weights[i]);
                }
            }
            return shares;
        };
    }

    /**
     * Returns the fastest growing mixture of strategies whose wealth keeps above a level with a probability: Kelly's
     * criterion with a bound on drawdowns, each day of the tracks being as likely as any other.
     *
     * <p>Source: Busseti, Ryu, Boyd, "Risk-Constrained Kelly Gambling" (2016). Strategies without a positive mean are given
     * nothing.
     *
     * @param capital that profits are measured by, in currency units, positive
     * @param level of wealth that is to be kept, as a part of that of today, between 0 and 1
     * @param probability of falling below it at some time, between 0 and 1
     * @param most multiple of full risk that a strategy may be given, positive
     * @return the allocator
     * @throws InvalidInput if a number is out of its range
     */
    static CapitalAllocator drawdownKelly(double capital, double level, double probability, double most) {
        requirePositive("capital", capital);
        requirePositive("most", most);
        InvalidInput.unless(level > 0.0 && level < 1.0, "level", level, "between 0 and 1");
        InvalidInput.unless(probability > 0.0 && probability < 1.0, "probability", probability, "between 0 and 1");
        return tracks -> {
            double[] shares = new double[tracks.size()];
            List<StrategyTrack> moving = moving(tracks);
            moving.removeIf(track -> track.mean() <= 0.0);
            if (!moving.isEmpty()) {
                int days = moving.get(0).days();
                double[][] returns = new double[days][moving.size()];
                double[] likely = new double[days];
                Arrays.fill(likely, 1.0 / days);
                // A bet is a whole mixture at its cap, so that fractions of wealth run from 0 to 1.
                double unit = most * moving.size();
                for (int day = 0; day < days; day++) {
                    for (int i = 0; i < moving.size(); i++) {
                        returns[day][i] = unit * moving.get(i).profit(day) / capital;
                    }
                }
                double[] fractions = ScenarioKelly.of(returns, likely)
                        .longOnly()
                        .withDrawdown(level, probability)
                        .stake()
                        .fractions();
                for (int i = 0; i < fractions.length; i++) {
                    shares[tracks.indexOf(moving.get(i))] = Math.min(most, unit * fractions[i]);
                }
            }
            return shares;
        };
    }

    /**
     * Returns shares in proportion to what strategies have shown: the part of their Sharpe ratio above zero, shrunk towards
     * zero by n / (n + k) for n days.
     *
     * @param shrinkageDays k: after so many days a ratio counts half, positive
     * @param most multiple of full risk that a strategy may be given; the mean of all shares is at most 1
     * @return the allocator
     * @throws InvalidInput if a number is not positive
     */
    static CapitalAllocator performance(double shrinkageDays, double most) {
        requirePositive("shrinkageDays", shrinkageDays);
        requirePositive("most", most);
        return tracks -> {
            double[] shares = new double[tracks.size()];
            double sum = 0.0;
            for (int i = 0; i < shares.length; i++) {
                StrategyTrack track = tracks.get(i);
                shares[i] = Math.max(0.0, track.sharpe()) * track.days() / (track.days() + shrinkageDays);
                sum += shares[i];
            }
            for (int i = 0; i < shares.length && sum > 0.0; i++) {
                shares[i] = Math.min(most, shares.length * shares[i] / sum);
            }
            return shares;
        };
    }

    /**
     * Returns risk-adjusted selection: the strategies with the best Sharpe ratios are allocated among by this allocator, the
     * others are given nothing. Ratios at or below zero are never chosen.
     *
     * @param count how many are chosen at most, positive
     * @return the allocator
     * @throws InvalidInput if the count is not positive
     */
    default CapitalAllocator amongBest(int count) {
        InvalidInput.unless(count > 0, "count", count, "positive");
        return tracks -> {
            List<StrategyTrack> best = new ArrayList<>(tracks);
            best.removeIf(track -> track.sharpe() <= 0.0);
            // The sort is stable: of equal ratios, the one that was registered first.
            best.sort(Comparator.comparingDouble(StrategyTrack::sharpe).reversed());
            List<StrategyTrack> chosen = best.subList(0, Math.min(count, best.size()));
            double[] shares = new double[tracks.size()];
            if (!chosen.isEmpty()) {
                double[] inner = allocate(List.copyOf(chosen));
                for (int i = 0; i < inner.length; i++) {
                    shares[tracks.indexOf(chosen.get(i))] = inner[i];
                }
            }
            return shares;
        };
    }

    private static List<StrategyTrack> moving(List<StrategyTrack> tracks) {
        List<StrategyTrack> moving = new ArrayList<>(tracks);
        moving.removeIf(track -> track.deviation() <= 0.0);
        return moving;
    }

    private static Covariance covariance(List<StrategyTrack> tracks) {
        int n = tracks.size();
        int days = tracks.get(0).days();
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0.0;
                for (int day = 0; day < days; day++) {
                    sum += (tracks.get(i).profit(day) - tracks.get(i).mean())
                            * (tracks.get(j).profit(day) - tracks.get(j).mean());
                }
                matrix[i][j] = sum / (days - 1);
                matrix[j][i] = matrix[i][j];
            }
        }
        return Covariance.of(tracks.stream().map(StrategyTrack::id).toList(), matrix);
    }

    private static void requirePositive(String name, double value) {
        InvalidInput.unless(value > 0.0 && value < Double.POSITIVE_INFINITY, name, value, "positive and finite");
    }
}
