package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.FitResidual;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.relativevalue.RichCheapScore.Verdict;
import io.bondtrader.strategies.signal.MeanReversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The rules by which a residual to a fitted curve becomes a reason to trade. A bond has to pass all of them:
 *
 * <ol>
 *   <li>The residual is larger than the curve's own error, the root mean square of all residuals. Of what is, the part
 *       1 − (error/residual)² is trusted.
 *   <li>It stands {@code entry} deviations or more from its mean, after the doubt about both ({@link StandingScore}).
 *   <li>Its history pulls it back ({@link MeanReversion}), and half of the way takes no longer than the horizon.
 *   <li>The way back that is expected until the horizon pays more than getting in and out.
 * </ol>
 *
 * <p>The residual of a bond is part of what the curve was fitted to, so that a heavy bond looks fairer than it is;
 * {@link #residualsWithoutItself} has those that are not. Immutable and safe
 * for use by many threads.
 *
 * @param entry deviations, above 0
 * @param horizon observations, at least 1
 * @param costs what a trade costs
 */
public record RichCheap(double entry, int horizon, SpreadCost costs) {

    /**
     * Checks the rules.
     *
     * @throws InvalidInput if a number is out of range
     */
    public RichCheap {
        InvalidInput.unless(entry > 0 && entry <= 20, "entry", entry, "above 0, at most 20");
        InvalidInput.unless(horizon >= 1 && horizon <= 10_000, "horizon", horizon, "from 1 to 10000");
    }

    /**
     * Returns the error of a curve.
     *
     * @param fit the curve
     * @return the root mean square of the yield residuals of the bonds that were not left out, in basis points
     */
    public static double fitErrorBp(FittedCurve fit) {
        double squares = 0;
        int count = 0;
        for (FitResidual residual : fit.residuals()) {
            if (!residual.excluded()) {
                squares += residual.yieldResidualBp() * residual.yieldResidualBp();
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    /**
     * Returns the residual of each bond to a curve that was fitted without it: what a bond cannot hide by pulling the curve towards
     * itself. It takes as many fits as there are bonds.
     *
     * @param bonds at their market prices, all labels different, at least two
     * @param fit fits a curve to bonds
     * @return basis points of yield by what the bonds are called, positive for a cheap bond, in the order given
     * @throws io.bondtrader.core.error.BondTraderException if labels repeat, a fit fails, or a curve does not reach the bond that was
     *     left out
     */
    public static Map<String, Double> residualsWithoutItself(
            List<BondQuote> bonds, Function<List<BondQuote>, DiscountCurve> fit) {
        InvalidInput.unless(bonds.size() >= 2, "bonds", bonds.size(), "2 or more");
        Map<String, Double> residuals = new LinkedHashMap<>();
        for (int i = 0; i < bonds.size(); i++) {
            BondQuote bond = bonds.get(i);
            List<BondQuote> others = new ArrayList<>(bonds);
            others.remove(i);
            double fair = bond.yieldFromDirtyPrice(bond.dirtyPrice(fit.apply(others)));
            double apart = 1e4 * (bond.yieldFromDirtyPrice(bond.dirtyPrice()) - fair);
            InvalidInput.unless(residuals.put(bond.label(), apart) == null, "label", bond.label(), "there once");
        }
        return Collections.unmodifiableMap(residuals);
    }

    /**
     * Scores every bond of a fitted curve that has a history.
     *
     * @param fit the curve of today
     * @param history residuals of earlier days by what the bond is called, in basis points of yield, the oldest first, without
     *     today's; at least ten a bond
     * @return the scores in the order of the fit; bonds without history are left out
     * @throws io.bondtrader.core.error.BondTraderException if a history is too short, not finite or does not move
     */
    public List<RichCheapScore> scores(FittedCurve fit, Map<String, double[]> history) {
        double error = fitErrorBp(fit);
        List<RichCheapScore> scores = new ArrayList<>();
        for (FitResidual residual : fit.residuals()) {
            String label = residual.bond().label();
            double[] before = history.get(label);
            if (before != null) {
                double[] all = new double[before.length + 1];
                System.arraycopy(before, 0, all, 0, before.length);
                all[before.length] = residual.yieldResidualBp();
                double dirty = residual.bond().dirtyPrice();
                double dv01 = residual.bond().modifiedDuration(dirty) * dirty * 1e-4;
                scores.add(score(label, all, error, dv01));
            }
        }
        return List.copyOf(scores);
    }

    /**
     * Scores a bond by its residuals, whatever they are measured by: yields, Z-spreads, or own parts of either.
     *
     * @param bond what it is called
     * @param residualsBp the oldest first, today's last, at least eleven
     * @param fitErrorBp the curve's own error, 0 or more
     * @param dv01 of the bond, per 100, positive
     * @return the score
     * @throws io.bondtrader.core.error.BondTraderException if a number is out of range, or the history is too short or does not
     *     move
     */
    public RichCheapScore score(String bond, double[] residualsBp, double fitErrorBp, double dv01) {
        InvalidInput.unless(fitErrorBp >= 0 && fitErrorBp <= 1e6, "fitErrorBp", fitErrorBp, "from 0 to 1e6");
        InvalidInput.unless(dv01 > 0 && dv01 <= 1e6, "dv01", dv01, "positive");
        InvalidInput.unless(!bond.isBlank(), "bond", bond, "not blank");
        StandingScore standing = StandingScore.of(residualsBp);
        double residual = residualsBp[residualsBp.length - 1];
        // Of those before: what happened today says nothing yet of how deviations end.
        MeanReversion pull = MeanReversion.fit(Arrays.copyOf(residualsBp, residualsBp.length - 1));
        double halfLife = pull.halfLife().orElse(pull.slope() <= -1 ? 1 : Double.POSITIVE_INFINITY);
        double away = residual - standing.mean();
        double trust = Math.max(0, 1 - Math.pow(fitErrorBp / Math.max(Math.abs(residual), 1e-9), 2));
        double left = halfLife == Double.POSITIVE_INFINITY ? 1 : Math.pow(0.5, horizon / halfLife);
        double expected = trust * away * (1 - left);
        double cost = SpreadCost.roundTrip(costs, bond) / dv01;
        return new RichCheapScore(
                bond,
                residual,
                standing,
                halfLife,
                trust,
                expected,
                cost,
                verdict(trust, standing, halfLife, expected, cost));
    }

    private Verdict verdict(double trust, StandingScore standing, double halfLife, double expected, double cost) {
        if (trust == 0.0) {
            return Verdict.WITHIN_FIT_ERROR;
        }
        if (Math.abs(standing.honest()) < entry) {
            return Verdict.ORDINARY;
        }
        if (!(halfLife <= horizon)) {
            return Verdict.DOES_NOT_REVERT;
        }
        if (Math.abs(expected) <= cost) {
            return Verdict.COSTS_MORE;
        }
        return expected > 0 ? Verdict.BUY : Verdict.SELL;
    }
}
