package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Scenarios in order, each under a name of its own.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name what the set is called; not blank
 * @param scenarios one or more, whose names differ
 */
public record ScenarioSet(String name, List<CurveScenario> scenarios) {

    private static final List<Integer> PARALLEL_BP = List.of(-300, -200, -100, -50, -25, 25, 50, 100, 200, 300);

    /**
     * Checks the names.
     *
     * @throws InvalidInput if the set's name is blank, there are no scenarios, or two of one name
     */
    public ScenarioSet {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        scenarios = List.copyOf(scenarios);
        InvalidInput.unless(!scenarios.isEmpty(), "scenarios", 0, "at least one");
        Set<String> seen = new HashSet<>();
        for (CurveScenario scenario : scenarios) {
            InvalidInput.unless(seen.add(scenario.name()), "scenario name", scenario.name(), "given only once");
        }
    }

    /** {@return parallel moves by 25, 50, 100, 200 and 300 basis points down and up, from -300 to +300} */
    public static ScenarioSet parallelMoves() {
        return new ScenarioSet(
                "parallel moves",
                PARALLEL_BP.stream()
                        .map(points -> CurveScenario.parallel(points / 10_000.0))
                        .toList());
    }

    /**
     * Returns the usual changes of shape by one amount: steeper and flatter between 2 and 10 and between 2 and 30 years,
     * and butterflies of 2, 5 and 10 and of 2, 10 and 30 years, both ways.
     *
     * @param amount the amount of each, as a decimal, positive
     * @return the set
     * @throws InvalidInput if the amount is not between 0 and 10
     */
    public static ScenarioSet twists(double amount) {
        InvalidInput.unless(amount > 0.0 && amount <= 10.0, "amount", amount, "above 0, up to 10");
        List<CurveScenario> twists = new ArrayList<>();
        for (double end : List.of(10.0, 30.0)) {
            String ends = " 2s" + (int) end + "s";
            twists.add(named(CurveScenario.steepener(amount, 2.0, end), ends));
            twists.add(named(CurveScenario.flattener(amount, 2.0, end), ends));
        }
        for (double sign : List.of(1.0, -1.0)) {
            twists.add(named(CurveScenario.butterfly(sign * amount, 2.0, 5.0, 10.0), " 2s5s10s"));
            twists.add(named(CurveScenario.butterfly(sign * amount, 2.0, 10.0, 30.0), " 2s10s30s"));
        }
        return new ScenarioSet("twists", twists);
    }

    private static CurveScenario named(CurveScenario scenario, String suffix) {
        return scenario.named(scenario.name() + suffix);
    }

    /**
     * Returns the moves of single key rates, which together are a parallel move.
     *
     * @param tenors the tenors of the key rates in years, ascending
     * @param amount the change of each, as a decimal from -10 to 10
     * @return one scenario for each tenor, in order
     * @throws InvalidInput if there are no tenors, they do not ascend or the amount is out of range
     */
    public static ScenarioSet keyRates(double[] tenors, double amount) {
        List<CurveScenario> moves = new ArrayList<>(tenors.length);
        for (int k = 0; k < tenors.length; k++) {
            moves.add(CurveScenario.keyRate(tenors, k, amount));
        }
        return new ScenarioSet("key rates", moves);
    }

    /**
     * Returns the scenario of a given name.
     *
     * @param scenario its name
     * @return the scenario
     * @throws MissingData if the set has none of that name
     */
    public CurveScenario get(String scenario) {
        Objects.requireNonNull(scenario);
        for (CurveScenario candidate : scenarios) {
            if (candidate.name().equals(scenario)) {
                return candidate;
            }
        }
        throw new MissingData("scenario set " + name + " has no scenario " + scenario);
    }

    /**
     * Returns a curve as it is in each of the scenarios.
     *
     * @param curve the curve as it is
     * @return the moved curves, in the order of the scenarios
     */
    public List<DiscountCurve> applyTo(DiscountCurve curve) {
        return scenarios.stream().map(scenario -> scenario.applyTo(curve)).toList();
    }
}
