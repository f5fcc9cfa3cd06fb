package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.credit.Rating;
import org.jspecify.annotations.Nullable;

/**
 * An exposure whose credit risk is weighted.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name what it is called
 * @param type its class
 * @param amount net of specific provisions, in currency
 * @param rating its rating, or null if it has none
 * @param grade of a bank without a rating, or null
 * @param issuerWeight the weight of an unrated covered bond's issuer, NaN for anything else
 */
public record CreditExposure(
        String name,
        ExposureClass type,
        double amount,
        @Nullable Rating rating,
        @Nullable BankGrade grade,
        double issuerWeight) {

    /**
     * Checks the exposure.
     *
     * @throws InvalidInput if the name is blank, or the amount negative or not finite
     */
    public CreditExposure {
        Bounds.text("name", name);
        Bounds.amount("amount", amount);
    }

    /**
     * Returns an exposure with a rating.
     *
     * @param name what it is called
     * @param type its class
     * @param amount net of specific provisions, in currency
     * @param rating its rating
     * @return the exposure
     */
    public static CreditExposure rated(String name, ExposureClass type, double amount, Rating rating) {
        return new CreditExposure(name, type, amount, rating, null, Double.NaN);
    }

    /**
     * Returns an exposure without a rating.
     *
     * @param name what it is called
     * @param type its class
     * @param amount net of specific provisions, in currency
     * @return the exposure
     */
    public static CreditExposure unrated(String name, ExposureClass type, double amount) {
        return new CreditExposure(name, type, amount, null, null, Double.NaN);
    }

    /**
     * Returns an exposure to a bank without a rating.
     *
     * @param name what it is called
     * @param amount net of specific provisions, in currency
     * @param grade the bank's grade
     * @param shortTerm whether it is for three months at most
     * @return the exposure
     */
    public static CreditExposure gradedBank(String name, double amount, BankGrade grade, boolean shortTerm) {
        ExposureClass type = shortTerm ? ExposureClass.SHORT_TERM_BANK : ExposureClass.BANK;
        return new CreditExposure(name, type, amount, null, grade, Double.NaN);
    }

    /**
     * Returns a covered bond without a rating.
     *
     * @param name what it is called
     * @param amount net of specific provisions, in currency
     * @param issuerWeight the weight of its issuer, a decimal
     * @return the exposure
     * @throws InvalidInput if the weight is not from 0 to 12.5
     */
    public static CreditExposure unratedCoveredBond(String name, double amount, double issuerWeight) {
        Bounds.between("issuerWeight", issuerWeight, 0.0, 12.5);
        return new CreditExposure(name, ExposureClass.COVERED_BOND, amount, null, null, issuerWeight);
    }

    double weight(CreditRiskWeights rules) {
        if (grade != null) {
            return rules.weight(grade, type == ExposureClass.SHORT_TERM_BANK);
        }
        return Double.isNaN(issuerWeight) ? rules.weight(type, rating) : rules.coveredBondWeight(issuerWeight);
    }
}
