package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an exposure is expected to lose by default, discounted at its effective interest rate.
 *
 * <pre>
 *   EL = Σ_k LGD·EAD_k·(S(t_(k−1)) − S(t_k))·(1 + i)^(−t_k)
 * </pre>
 *
 * <p>Source: IFRS 9, B5.5.28 to B5.5.44; default is taken at the end of each period.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ExpectedLoss {

    /**
     * One period of the calculation.
     *
     * @param toYears its end
     * @param exposure at default in it, in currency
     * @param defaultProbability of default in it, seen from today
     * @param discountFactor to its end
     * @param loss expected of it, in currency
     */
    public record Period(
            double toYears, double exposure, double defaultProbability, double discountFactor, double loss) {}

    private static final double ONE_YEAR_TOLERANCE = 1e-9;

    private final List<Period> periods;

    private ExpectedLoss(List<Period> periods) {
        this.periods = periods;
    }

    /**
     * Calculates the loss of an exposure.
     *
     * @param hazard its intensity of default
     * @param lossGivenDefault LGD, 0 to 1
     * @param years ends of the periods, positive and ascending; one of them is 1 unless all lie before it
     * @param exposures at default in each period, in currency, 0 or more
     * @param effectiveRate i, annually compounded, above -1
     * @return the loss with its periods
     * @throws InvalidInput if the arrays differ in length or are empty, times do not ascend or a number is out of range
     */
    public static ExpectedLoss of(
            HazardCurve hazard, double lossGivenDefault, double[] years, double[] exposures, double effectiveRate) {
        InvalidInput.unless(
                lossGivenDefault >= 0.0 && lossGivenDefault <= 1.0, "lossGivenDefault", lossGivenDefault, "0 to 1");
        InvalidInput.unless(
                effectiveRate > -1.0 && effectiveRate <= 10.0, "effectiveRate", effectiveRate, "above -1, to 10");
        InvalidInput.unless(years.length > 0, "years", "none", "at least one");
        InvalidInput.unless(exposures.length == years.length, "exposures", exposures.length, "as many as years");
        boolean endsAtOne = Arrays.stream(years).anyMatch(end -> Math.abs(end - 1.0) <= ONE_YEAR_TOLERANCE);
        InvalidInput.unless(
                endsAtOne || years[years.length - 1] < 1.0, "years", Arrays.toString(years), "with an end at 1 year");
        List<Period> periods = new ArrayList<>();
        double from = 0.0;
        for (int k = 0; k < years.length; k++) {
            double to = years[k];
            InvalidInput.unless(to > from && to <= 1_000.0, "years", to, "ascending, above " + from);
            InvalidInput.unless(
                    exposures[k] >= 0.0 && exposures[k] < Double.POSITIVE_INFINITY,
                    "exposure",
                    exposures[k],
                    "0 or more");
            double probability = hazard.defaultProbability(from, to);
            double discount = Math.pow(1.0 + effectiveRate, -to);
            periods.add(new Period(
                    to, exposures[k], probability, discount, lossGivenDefault * exposures[k] * probability * discount));
            from = to;
        }
        return new ExpectedLoss(List.copyOf(periods));
    }

    /** {@return the loss of defaults within twelve months, in currency} */
    public double twelveMonth() {
        return periods.stream()
                .filter(period -> period.toYears() <= 1.0 + ONE_YEAR_TOLERANCE)
                .mapToDouble(Period::loss)
                .sum();
    }

    /** {@return the loss of defaults at any time, in currency} */
    public double lifetime() {
        return periods.stream().mapToDouble(Period::loss).sum();
    }

    /**
     * Returns the allowance of a stage.
     *
     * @param stage the stage
     * @param lossGivenDefault LGD of an impaired exposure, 0 to 1
     * @return twelve months' losses, the lifetime's, or what an exposure in default loses, in currency
     * @throws InvalidInput if the LGD is out of range
     */
    public double allowance(ImpairmentStage stage, double lossGivenDefault) {
        InvalidInput.unless(
                lossGivenDefault >= 0.0 && lossGivenDefault <= 1.0, "lossGivenDefault", lossGivenDefault, "0 to 1");
        return switch (stage) {
            case STAGE_1 -> twelveMonth();
            case STAGE_2 -> lifetime();
            case STAGE_3 -> lossGivenDefault * periods.get(0).exposure();
        };
    }

    /** {@return the periods that the loss is made of} */
    public List<Period> periods() {
        return periods;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "ExpectedLoss[12 months %.2f, lifetime %.2f]", twelveMonth(), lifetime());
    }
}
