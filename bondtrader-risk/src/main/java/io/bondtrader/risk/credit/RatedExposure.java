package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a rated position will be worth at the horizon, by the rating it then has.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name what it is called
 * @param rating its rating today, a state of the transition matrix
 * @param values at the horizon by state, default last; in one currency, or per 100
 * @param recoveryDeviation standard deviation of the value in default, 0 or more
 */
public record RatedExposure(String name, String rating, List<Double> values, double recoveryDeviation) {

    /**
     * Checks the values.
     *
     * @throws InvalidInput if a text is blank, there are less than two values, one is not finite or the deviation negative
     */
    public RatedExposure {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(!rating.isBlank(), "rating", rating, "not blank");
        InvalidInput.unless(values.size() >= 2, "values", values, "one for each rating, and for default");
        for (double value : values) {
            InvalidInput.unless(Double.isFinite(value), "value of " + name, value, "finite");
        }
        InvalidInput.unless(
                recoveryDeviation >= 0.0 && recoveryDeviation < Double.POSITIVE_INFINITY,
                "recoveryDeviation",
                recoveryDeviation,
                "0 or more");
        values = List.copyOf(values);
    }

    /**
     * Returns an annual bullet bond in a year's time, by forward curves.
     *
     * <pre>
     *   V(rating) = C + Σ C/(1 + f_k)^k + 100/(1 + f_n)^n         k = 1 … n, the years left at the horizon
     * </pre>
     *
     * <p>Source: J.P. Morgan, CreditMetrics Technical Document, 1997, section 1.3.2.
     *
     * @param name what it is called
     * @param rating its rating today, a state of the transition matrix
     * @param coupon per 100, paid at the horizon too
     * @param forwardZeros annually compounded zero rates from the horizon on, by state: years 1, 2, … to the bond's end
     * @param states of the transition matrix, default last
     * @param recovery value in default per 100
     * @param recoveryDeviation its standard deviation per 100
     * @return the exposure per 100
     * @throws InvalidInput if a state but default has no rates, a rate is not above -1, or an argument is out of range
     */
    public static RatedExposure ofAnnualBond(
            String name,
            String rating,
            double coupon,
            Map<String, List<Double>> forwardZeros,
            List<String> states,
            double recovery,
            double recoveryDeviation) {
        InvalidInput.unless(coupon >= 0.0 && coupon <= 100.0, "coupon", coupon, "0 to 100");
        InvalidInput.unless(recovery >= 0.0 && recovery <= 1_000.0, "recovery", recovery, "0 to 1,000");
        List<Double> values = new ArrayList<>();
        for (String state : states.subList(0, Math.max(0, states.size() - 1))) {
            List<Double> zeros = forwardZeros.getOrDefault(state, List.of());
            InvalidInput.unless(!zeros.isEmpty(), "forwardZeros of " + state, zeros, "given");
            double value = coupon;
            for (int k = 1; k <= zeros.size(); k++) {
                double zero = zeros.get(k - 1);
                InvalidInput.unless(zero > -1.0 && zero <= 10.0, "forward zero of " + state, zero, "above -1, to 10");
                double paid = coupon + (k == zeros.size() ? 100.0 : 0.0);
                value += paid / Math.pow(1.0 + zero, k);
            }
            values.add(value);
        }
        values.add(recovery);
        return new RatedExposure(name, rating, values, recoveryDeviation);
    }
}
