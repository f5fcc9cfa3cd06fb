package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.strategies.signal.MeanReversion;
import io.bondtrader.strategies.signal.StationarityTest;
import io.bondtrader.strategies.signal.UnitRootTest;
import java.util.List;

/**
 * Lets a bet on the way back through only while the last observations look like a series that comes back: Dickey and Fuller reject a unit
 * root, the KPSS test does not reject stationarity, and the half-life is neither too short nor too long.
 */
final class ReversionGate {

    static final Parameter WINDOW =
            Parameter.wholeNumber("window", 250, 30, 5000, "observations", "how much of the past counts");
    static final Parameter LAGS = Parameter.wholeNumber("lags", 1, 0, 20, "observations", "lags of the unit root test");
    static final Parameter UNIT_ROOT = Parameter.number(
            "unitRoot", 0.05, 0, 1, "probability", "largest p-value of the unit root test; 1 for no such test");
    static final Parameter STATIONARY = Parameter.number(
            "stationary", 0.05, 0, 0.1, "probability", "least p-value of the KPSS test; 0 for no such test");
    static final Parameter SHORTEST =
            Parameter.number("shortestHalfLife", 1, 0, 5000, "observations", "least half-life of a deviation");
    static final Parameter LONGEST =
            Parameter.number("longestHalfLife", 60, 0.1, 5000, "observations", "largest half-life of a deviation");
    static final Parameter RETEST = Parameter.wholeNumber(
            "retest", 20, 1, 250, "observations", "after which the tests are repeated, when their answer matters");

    static final List<Parameter> PARAMETERS = List.of(WINDOW, LAGS, UNIT_ROOT, STATIONARY, SHORTEST, LONGEST, RETEST);

    /** What the gate goes by. */
    record Rules(
            int window,
            int lags,
            double unitRoot,
            double stationary,
            double shortestHalfLife,
            double longestHalfLife,
            int retest) {

        Rules {
            WINDOW.check(window);
            LAGS.check(lags);
            UNIT_ROOT.check(unitRoot);
            STATIONARY.check(stationary);
            SHORTEST.check(shortestHalfLife);
            LONGEST.check(longestHalfLife);
            RETEST.check(retest);
            InvalidInput.unless(2 * lags + 10 <= window, "parameter lags", lags, "at most half of window, less 5");
            InvalidInput.unless(
                    shortestHalfLife < longestHalfLife,
                    "parameter shortestHalfLife",
                    shortestHalfLife,
                    "below longestHalfLife, " + longestHalfLife);
        }

        static Rules of(Parameters p) {
            return new Rules(
                    p.wholeNumber(WINDOW),
                    p.wholeNumber(LAGS),
                    p.number(UNIT_ROOT),
                    p.number(STATIONARY),
                    p.number(SHORTEST),
                    p.number(LONGEST),
                    p.wholeNumber(RETEST));
        }
    }

    private final Rules rules;
    private final double[] ring;
    private final double[] ordered;
    private int next;
    private int count;
    private int sinceTest;
    private boolean open;

    ReversionGate(Rules rules) {
        this.rules = rules;
        this.ring = new double[rules.window()];
        this.ordered = new double[rules.window()];
        this.sinceTest = rules.retest();
    }

    /** Takes the next value. If its answer matters, says whether the gate is open; tests cost more than anything else here. */
    boolean next(double value, boolean matters) {
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        count = Math.min(ring.length, count + 1);
        sinceTest = Math.min(sinceTest + 1, rules.retest());
        if (matters && count == ring.length && sinceTest >= rules.retest()) {
            sinceTest = 0;
            System.arraycopy(ring, next, ordered, 0, ring.length - next);
            System.arraycopy(ring, 0, ordered, ring.length - next, next);
            open = comesBack(ordered);
        }
        return open;
    }

    private boolean comesBack(double[] series) {
        try {
            double halfLife = MeanReversion.fit(series).halfLife().orElse(Double.POSITIVE_INFINITY);
            return halfLife >= rules.shortestHalfLife()
                    && halfLife <= rules.longestHalfLife()
                    && (rules.unitRoot() >= 1
                            || UnitRootTest.aboutMean(series, rules.lags()).pValue() <= rules.unitRoot())
                    && (rules.stationary() <= 0
                            || StationarityTest.aboutMean(series, bandwidth(series.length))
                                            .pValue()
                                    >= rules.stationary());
        } catch (ZeroVariance still) {
            return false; // what does not move does not come back
        }
    }

    /** 4 (n/100)^¼, the shorter of the bandwidths of Kwiatkowski et al. (1992), rounded down. */
    private static int bandwidth(int values) {
        return (int) (4 * Math.pow(values / 100.0, 0.25));
    }
}
