package io.bondtrader.risk.limit;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures of limits by two paths: the sums that the engine keeps up to date with every order and fill, and all positions
 * added up again from nothing, exactly where amounts are proportional to faces, by sorted P&amp;L vectors where they are
 * tails.
 *
 * <p>Safe for use by many threads, as the engine is.
 */
public final class VerifiedLimits {

    /** A measure that a limit is about, in its own unit. */
    public static final Measure LIMIT_MEASURE =
            Measure.of("measure of a limit", "unit of the limit", new Tolerance(1e-6, 1e-9));

    private static final DualPath PATHS =
            new DualPath(LIMIT_MEASURE, "sums kept up to date", "all positions added up again");

    private final LimitEngine engine;
    private final Verifier verifier;

    private VerifiedLimits(LimitEngine engine, Verifier verifier) {
        this.engine = engine;
        this.verifier = verifier;
    }

    /**
     * Prepares the second path of an engine's measures.
     *
     * @param engine the engine
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified measures
     */
    public static VerifiedLimits of(LimitEngine engine, Verifier verifier) {
        return new VerifiedLimits(engine, verifier);
    }

    /**
     * Verifies the measure of a limit as it is filled.
     *
     * @param limit the limit, which holds now
     * @return the measure in its unit, with the evidence
     * @throws MissingData if there is no such limit now
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified value(String limit) {
        return value(limit, find(limit).value());
    }

    /** Apart from its calculation, so that tests can hand in a value that is wrong. */
    Verified value(String limit, double primary) {
        LimitEngine.Moment moment = engine.moment();
        return settle(find(limit).limit(), primary, moment, moment.positions());
    }

    /**
     * Verifies what the measure of a limit would be after an order. For a measure of groups that is the measure of the
     * order's own group where it is the largest, see {@link LimitMeasure.Concentration}; where it is not, the paths differ.
     *
     * @param limit the limit, which holds now and touches the order; no orders are working
     * @param order the order
     * @return the measure in its unit, with the evidence
     * @throws MissingData if there is no such limit now, or it does not touch the order
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified after(String limit, Order order) {
        for (LimitImpact impact : engine.check(order).impacts()) {
            if (impact.limit().id().equals(limit)) {
                return after(limit, order, impact.after());
            }
        }
        throw new MissingData("effect of order " + order.id() + " on limit " + limit);
    }

    /** Apart from its calculation, so that tests can hand in a value that is wrong. */
    Verified after(String limit, Order order, double primary) {
        LimitEngine.Moment moment = engine.moment();
        List<Position> positions = new ArrayList<>();
        Position changed = new Position(order.security(), order.book(), order.trader(), order.signedFace());
        for (Position held : moment.positions()) {
            boolean same = held.security().id().equals(order.security().id())
                    && held.book().equals(order.book())
                    && held.trader().equals(order.trader());
            if (same) {
                changed = held.plus(order.signedFace());
            } else {
                positions.add(held);
            }
        }
        if (changed.face().signum() != 0) {
            positions.add(changed);
        }
        return settle(find(limit).limit(), primary, moment, positions);
    }

    private Utilisation find(String limit) {
        return engine.moment().utilisations().stream()
                .filter(candidate -> candidate.limit().id().equals(limit))
                .findFirst()
                .orElseThrow(() -> new MissingData("limit " + limit + " that holds now"));
    }

    private Verified settle(Limit limit, double primary, LimitEngine.Moment moment, List<Position> positions) {
        double second = new ScratchMeasure(moment.universe(), engine.supplied())
                .value(limit.measure(), limit.scope(), positions);
        CalculationInputs inputs = (measure, at) -> Map.of(
                "limit", limit.id(),
                "version", limit.version(),
                "positions", positions.size());
        return verifier.verify(PATHS, inputs, limit.version(), primary, second, 0);
    }

    @Override
    public String toString() {
        return "VerifiedLimits[" + engine + "]";
    }
}
