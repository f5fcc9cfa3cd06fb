package io.bondtrader.risk.regulatory;

import io.bondtrader.core.curve.CurveScenario;
import java.util.Currency;

/**
 * The six prescribed shocks of the banking book.
 *
 * <pre>
 *   parallel ± R_p        short ± R_s·e^(−t/4)        long R_l·(1 − e^(−t/4))
 *   steepener = −0.65·short + 0.90·long               flattener = 0.80·short − 0.60·long
 * </pre>
 *
 * <p>t is in years, shocks are added to continuously compounded zero rates. Source: Basel Committee, Interest rate risk in
 * the banking book (2016), annex 2; Basel Framework SRP31.91.
 */
public enum IrrbbScenario {
    /** All rates rise. */
    PARALLEL_UP("parallel up", 1.0, 0.0, 0.0),
    /** All rates fall. */
    PARALLEL_DOWN("parallel down", -1.0, 0.0, 0.0),
    /** Short rates fall, long rates rise. */
    STEEPENER("steepener", 0.0, -0.65, 0.90),
    /** Short rates rise, long rates fall. */
    FLATTENER("flattener", 0.0, 0.80, -0.60),
    /** Short rates rise. */
    SHORT_UP("short rates up", 0.0, 1.0, 0.0),
    /** Short rates fall. */
    SHORT_DOWN("short rates down", 0.0, -1.0, 0.0);

    private static final double PER_BP = 1e-4;

    private final String label;
    private final double parallelWeight;
    private final double shortWeight;
    private final double longWeight;

    IrrbbScenario(String label, double parallelWeight, double shortWeight, double longWeight) {
        this.label = label;
        this.parallelWeight = parallelWeight;
        this.shortWeight = shortWeight;
        this.longWeight = longWeight;
    }

    /** {@return what the scenario is called} */
    public String label() {
        return label;
    }

    /** {@return whether the scenario is one of the two that net interest income is measured in} */
    public boolean appliesToIncome() {
        return parallelWeight != 0.0; // exactly zero in all but the parallel shocks
    }

    /**
     * Returns the shock of a currency as a scenario of its zero curve.
     *
     * @param currency whose curve moves; for the name
     * @param shock how far
     * @return the scenario, by its exact formula
     */
    public CurveScenario of(Currency currency, IrrbbShock shock) {
        return new IrrbbCurveMove(
                "IRRBB " + currency.getCurrencyCode() + " " + label,
                parallelWeight * shock.parallelBp() * PER_BP,
                shortWeight * shock.shortBp() * PER_BP,
                longWeight * shock.longBp() * PER_BP);
    }
}
