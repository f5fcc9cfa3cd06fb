package io.bondtrader.core.curve;

/** A curve as it is in a scenario. */
final class ScenarioCurve extends DerivedCurve {

    private final CurveScenario scenario;

    ScenarioCurve(DiscountCurve base, CurveScenario scenario) {
        super(base, base.name() + ", " + scenario.name());
        this.scenario = scenario;
    }

    @Override
    public double logDiscountFactor(double years) {
        return base.logDiscountFactor(years) - scenario.zeroShift(years) * years;
    }

    @Override
    public void logDiscountFactors(double[] years, int from, int to, double[] result) {
        base.logDiscountFactors(years, from, to, result);
        for (int k = from; k < to; k++) {
            result[k] -= scenario.zeroShift(years[k]) * years[k];
        }
    }

    @Override
    public double instantaneousForward(double years) {
        return base.instantaneousForward(years) + scenario.forwardShift(years);
    }
}
