package io.bondtrader.strategies.signal;

/**
 * One round of Baum and Welch: probabilities of the regimes given the whole series, and the model of greatest expected
 * likelihood under them.
 */
final class Smoothing {

    /** Probability of turbulence at each time. */
    private final double[] turbulence;

    /** Expected counts of moves from calm to calm and from turbulent to turbulent. */
    private final double calmStays;

    private final double turbulentStays;
    private final double logLikelihood;

    private Smoothing(double[] turbulence, double calmStays, double turbulentStays, double logLikelihood) {
        this.turbulence = turbulence;
        this.calmStays = calmStays;
        this.turbulentStays = turbulentStays;
        this.logLikelihood = logLikelihood;
    }

    static Smoothing of(MarketRegimes model, double[] values) {
        int n = values.length;
        double[] calmDensity = new double[n];
        double[] turbulentDensity = new double[n];
        double[] forward = new double[n];
        double[] scale = new double[n];
        double stayCalm = model.calm().persistence();
        double stayTurbulent = model.turbulent().persistence();
        double logLikelihood = 0;
        for (int t = 0; t < n; t++) {
            double calm = model.calm().logDensity(values[t]);
            double turbulent = model.turbulent().logDensity(values[t]);
            // Densities are relative to the larger one, which goes into the likelihood by itself.
            double larger = Math.max(calm, turbulent);
            calmDensity[t] = Math.exp(calm - larger);
            turbulentDensity[t] = Math.exp(turbulent - larger);
            double prior = t == 0 ? model.initialTurbulent() : model.forecast(Math.min(1, forward[t - 1]));
            scale[t] = Math.max(Double.MIN_NORMAL, prior * turbulentDensity[t] + (1 - prior) * calmDensity[t]);
            forward[t] = prior * turbulentDensity[t] / scale[t];
            logLikelihood += larger + Math.log(scale[t]);
        }
        double[] smoothed = new double[n];
        double calmStays = 0;
        double turbulentStays = 0;
        double backCalm = 1;
        double backTurbulent = 1;
        for (int t = n - 1; t >= 0; t--) {
            smoothed[t] = Math.min(1, forward[t] * backTurbulent);
            if (t > 0) {
                double nextCalm = calmDensity[t] * backCalm / scale[t];
                double nextTurbulent = turbulentDensity[t] * backTurbulent / scale[t];
                calmStays += (1 - forward[t - 1]) * stayCalm * nextCalm;
                turbulentStays += forward[t - 1] * stayTurbulent * nextTurbulent;
                backCalm = stayCalm * nextCalm + (1 - stayCalm) * nextTurbulent;
                backTurbulent = stayTurbulent * nextTurbulent + (1 - stayTurbulent) * nextCalm;
            }
        }
        return new Smoothing(smoothed, calmStays, turbulentStays, logLikelihood);
    }

    double logLikelihood() {
        return logLikelihood;
    }

    double turbulence(int time) {
        return turbulence[time];
    }

    MarketRegimes next(double[] values, double leastDeviation) {
        double weight = 0;
        for (double probability : turbulence) {
            weight += probability;
        }
        double last = turbulence[turbulence.length - 1];
        return new MarketRegimes(
                regime(values, false, turbulence.length - weight, calmStays, 1 - last, leastDeviation),
                regime(values, true, weight, turbulentStays, last, leastDeviation),
                turbulence[0],
                logLikelihood);
    }

    private MarketRegimes.Regime regime(
            double[] values, boolean turbulent, double weight, double stays, double last, double leastDeviation) {
        double total = Math.max(weight, 1e-12);
        double mean = 0;
        for (int t = 0; t < values.length; t++) {
            mean += (turbulent ? turbulence[t] : 1 - turbulence[t]) * values[t] / total;
        }
        double variance = 0;
        for (int t = 0; t < values.length; t++) {
            double deviation = values[t] - mean;
            variance += (turbulent ? turbulence[t] : 1 - turbulence[t]) * deviation * deviation / total;
        }
        double leaving = Math.max(total - last, 1e-12);
        return new MarketRegimes.Regime(
                mean, Math.max(leastDeviation, Math.sqrt(variance)), Math.min(1, stays / leaving));
    }
}
