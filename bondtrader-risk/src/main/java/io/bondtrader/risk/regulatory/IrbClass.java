package io.bondtrader.risk.regulatory;

/** The risk-weight functions of the IRB approach. Source: Basel Framework CRE31.5 to 31.16. */
public enum IrbClass {
    /** Companies, states and banks. */
    CORPORATE(0.12, 0.24, 50.0, true),
    /** Large regulated and all unregulated financial institutions: the correlation is 1.25 times higher. */
    LARGE_FINANCIAL(0.12, 0.24, 50.0, true),
    /** Residential mortgages. */
    RETAIL_MORTGAGE(0.15, 0.15, 0.0, false),
    /** Qualifying revolving retail. */
    RETAIL_REVOLVING(0.04, 0.04, 0.0, false),
    /** All other retail. */
    RETAIL_OTHER(0.03, 0.16, 35.0, false);

    private final double lowest;
    private final double highest;
    private final double decay;
    private final boolean maturityAdjusted;

    IrbClass(double lowest, double highest, double decay, boolean maturityAdjusted) {
        this.lowest = lowest;
        this.highest = highest;
        this.decay = decay;
        this.maturityAdjusted = maturityAdjusted;
    }

    /** {@return whether capital depends on the maturity} */
    public boolean isMaturityAdjusted() {
        return maturityAdjusted;
    }

    double correlation(double pd) {
        if (decay == 0.0) { // exactly: a constant correlation
            return lowest;
        }
        double weight = Math.expm1(-decay * pd) / Math.expm1(-decay);
        double correlation = lowest * weight + highest * (1.0 - weight);
        return this == LARGE_FINANCIAL ? 1.25 * correlation : correlation;
    }
}
