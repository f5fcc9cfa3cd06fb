package io.bondtrader.risk.var;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The P&amp;L of a scenario by two paths: the plain numbers of a {@link ScenarioBook}, and each bond alone, priced at its moved
 * spread off its own curve under the scenario, in money at the moved exchange rate.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedRevaluation {

    /** What a position earns in a scenario. */
    public static final Measure SCENARIO_PNL = Measure.of("P&L of a scenario", "money", new Tolerance(1e-4, 1e-9));

    private static final DualPath PAIR =
            new DualPath(SCENARIO_PNL, "payment days of the book", "bond by bond off moved curves");

    private final ValuedBook valued;
    private final FactorMapping mapping;
    private final FactorMoves moves;
    private final PnlVectors pnl;
    private final Verifier verifier;

    private VerifiedRevaluation(
            ValuedBook valued, FactorMapping mapping, FactorMoves moves, PnlVectors pnl, Verifier verifier) {
        this.valued = valued;
        this.mapping = mapping;
        this.moves = moves;
        this.pnl = pnl;
        this.verifier = verifier;
    }

    /**
     * Prepares the second path.
     *
     * @param valued the positions, which can all be valued
     * @param mapping which factors move them
     * @param moves the scenarios
     * @param pnl what the first path says of these positions and scenarios
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified P&amp;L
     * @throws InvalidInput if the vectors are of another number of positions or scenarios
     */
    public static VerifiedRevaluation of(
            ValuedBook valued, FactorMapping mapping, FactorMoves moves, PnlVectors pnl, Verifier verifier) {
        InvalidInput.unless(
                pnl.positions().size() == valued.size(),
                "positions",
                pnl.positions().size(),
                "" + valued.size());
        InvalidInput.unless(
                pnl.scenarios().size() == moves.size(),
                "scenarios",
                pnl.scenarios().size(),
                "" + moves.size());
        return new VerifiedRevaluation(valued.requireComplete(), mapping, moves, pnl, verifier);
    }

    /**
     * Verifies one P&amp;L.
     *
     * @param position the position's place, from 0
     * @param scenario the scenario's place, from 0
     * @return what the position earns, with the evidence
     * @throws InvalidInput if there is no such place
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified pnl(int position, int scenario) {
        return pnl(position, scenario, pnl.pnl(position, scenario));
    }

    /** Apart from its calculation, so that tests can hand in a number that is wrong. */
    Verified pnl(int position, int scenario, double primary) {
        return settle(primary, scenario, () -> alone(position, scenario));
    }

    /**
     * Verifies what all positions earn together.
     *
     * @param scenario the scenario's place, from 0
     * @return what the book earns, with the evidence
     * @throws InvalidInput if there is no such scenario
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified total(int scenario) {
        double sum = 0;
        for (int i = 0; i < valued.size(); i++) {
            sum += pnl.pnl(i, scenario);
        }
        return settle(sum, scenario, () -> {
            double alone = 0;
            for (int i = 0; i < valued.size(); i++) {
                alone += alone(i, scenario);
            }
            return alone;
        });
    }

    private Verified settle(double primary, int scenario, DoubleSupplier check) {
        if (!verifier.selects(primary, scenario)) {
            return verifier.unchecked(PAIR, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(
                Map.of("scenario", pnl.scenarios().get(scenario), "positions", valued.size()), Map.of());
        return verifier.verify(PAIR, inputs, scenario, primary, check.getAsDouble(), 0);
    }

    private double alone(int position, int scenario) {
        int place = valued.securityOf(position);
        Security security = valued.security(place);
        CurveFactors factors = mapping.curve(security.currency());
        double[] years =
                factors.times().stream().mapToDouble(Double::doubleValue).toArray();
        double[] shifts = factors.names().stream()
                .mapToDouble(name -> move(name, scenario))
                .toArray();
        DiscountCurve curve = valued.market().curve(security.currency());
        CurvePricing pricing = CurvePricing.of(security.bond(), valued.market().settlement());
        double spread = valued.zSpread(place);
        double before = pricing.dirtyPriceFromZSpread(curve, spread);
        double moved = spread
                + mapping.spread(security).map(name -> move(name, scenario)).orElse(0.0);
        double after = pricing.dirtyPriceFromZSpread(
                CurveScenario.ofShifts("scenario", years, shifts).applyTo(curve), moved);
        double rate = valued.market().exchangeRate(security.currency());
        boolean foreign = !security.currency().equals(valued.market().reportingCurrency());
        Optional<String> exchange = foreign ? mapping.exchangeRate(security.currency()) : Optional.empty();
        double rateAfter = exchange.map(
                        name -> moves.kind(moves.factors().indexOf(name)).apply(rate, move(name, scenario)))
                .orElse(rate);
        return valued.face(position) / 100 * (after * rateAfter - before * rate);
    }

    private double move(String factor, int scenario) {
        return moves.get(scenario, moves.factors().indexOf(factor));
    }

    /** {@return what is verified} */
    @Override
    public String toString() {
        return "VerifiedRevaluation[" + pnl + "]";
    }
}
