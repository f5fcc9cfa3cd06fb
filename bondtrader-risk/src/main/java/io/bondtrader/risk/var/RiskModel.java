package io.bondtrader.risk.var;

import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.FactorMoves;

/**
 * A way from a history of moves to value at risk and expected shortfall of a book. The library's come from the factories; a
 * back-test takes any.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
@FunctionalInterface
public interface RiskModel {

    /**
     * Estimates.
     *
     * @param book the book
     * @param history the moves that are known, the oldest first; nothing after the last may be used
     * @param confidence such as 0.99
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return both figures over the horizon of the moves
     * @throws InsufficientHistory if there are too few moves
     * @throws io.bondtrader.core.error.MissingData if there are no moves of a factor
     */
    TailRisk estimate(ScenarioBook book, FactorMoves history, double confidence, Parallelism parallelism);

    /**
     * Returns historical simulation: every move is equally likely.
     *
     * @param convention how the quantile is read off
     * @return the model
     */
    static RiskModel historical(QuantileConvention convention) {
        return (book, history, confidence, parallelism) ->
                whole(book).revalue(history, parallelism).risk(confidence, convention);
    }

    /**
     * Returns historical simulation in which scenarios fade with age.
     *
     * @param decay weight of a scenario against the next younger, above 0 and up to 1
     * @return the model
     * @throws io.bondtrader.core.error.InvalidInput if the decay is out of range, when it is used
     */
    static RiskModel ageWeighted(double decay) {
        return (book, history, confidence, parallelism) -> whole(book)
                .revalue(history, parallelism)
                .ageWeighted(decay)
                .risk(confidence, QuantileConvention.COHERENT);
    }

    /**
     * Returns historical simulation with moves scaled to today's volatility: {@link FactorMoves#scaledToVolatility}.
     *
     * @param decay of the volatility, such as 0.94
     * @param convention how the quantile is read off
     * @return the model
     */
    static RiskModel volatilityScaled(double decay, QuantileConvention convention) {
        return (book, history, confidence, parallelism) -> whole(book)
                .revalue(history.scaledToVolatility(decay), parallelism)
                .risk(confidence, convention);
    }

    /**
     * Returns filtered historical simulation: {@link FactorMoves#filtered}.
     *
     * @param convention how the quantile is read off
     * @return the model
     */
    static RiskModel filtered(QuantileConvention convention) {
        return (book, history, confidence, parallelism) ->
                whole(book).revalue(history.filtered(), parallelism).risk(confidence, convention);
    }

    /**
     * Returns the delta-normal model: linear exposures, normal moves.
     *
     * @param estimator of the covariance
     * @return the model
     */
    static RiskModel deltaNormal(CovarianceEstimator estimator) {
        return new ParametricModel(estimator, ParametricModel.Expansion.LINEAR);
    }

    /**
     * Returns the delta-gamma model: quadratic exposures, normal moves, quantiles by the saddle point.
     *
     * @param estimator of the covariance
     * @return the model
     */
    static RiskModel deltaGamma(CovarianceEstimator estimator) {
        return new ParametricModel(estimator, ParametricModel.Expansion.SADDLE_POINT);
    }

    /**
     * Returns the delta-gamma model with quantiles by the Cornish-Fisher expansion.
     *
     * @param estimator of the covariance
     * @return the model
     */
    static RiskModel cornishFisher(CovarianceEstimator estimator) {
        return new ParametricModel(estimator, ParametricModel.Expansion.CORNISH_FISHER);
    }

    private static ScenarioBook whole(ScenarioBook book) {
        return book.positions().size() == 1 ? book : book.groupedBy(name -> "book");
    }
}
