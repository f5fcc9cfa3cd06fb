package io.bondtrader.risk.regulatory;

/**
 * The three scenarios in which correlations of the sensitivities-based method are taken. The largest capital of the three
 * counts. Source: Basel Framework MAR21.6 and MAR21.7.
 */
public enum CorrelationScenario {
    /** As prescribed. */
    MEDIUM {
        @Override
        public double of(double correlation) {
            return correlation;
        }
    },
    /** 1.25 times higher, at most 1. */
    HIGH {
        @Override
        public double of(double correlation) {
            return Math.min(1.25 * correlation, 1.0);
        }
    },
    /** The larger of twice the correlation less 1, and three quarters of it. */
    LOW {
        @Override
        public double of(double correlation) {
            return Math.max(2.0 * correlation - 1.0, 0.75 * correlation);
        }
    };

    /**
     * Returns a correlation in this scenario.
     *
     * @param correlation as prescribed, a decimal
     * @return the correlation to use
     */
    public abstract double of(double correlation);
}
