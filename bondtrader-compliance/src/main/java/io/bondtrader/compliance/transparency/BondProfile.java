package io.bondtrader.compliance.transparency;

import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the rules of transparency must know of a bond. Immutable.
 *
 * @param isin which bond
 * @param bondClass its type
 * @param issuerCountry the issuer's country, two letters of ISO 3166
 * @param issuanceSize what was issued, in the bond's currency
 * @param currency of the bond, three letters of ISO 4217
 * @param maturity when it is repaid
 * @param tradedOnVenue whether it is admitted to trading or traded on a venue of the jurisdiction
 * @param linkedOrStripped whether it is linked to inflation or a strip
 * @param investmentGrade whether the issuer is rated investment grade
 * @param group the group that the authority puts it into, such as {@code 1}; empty if it says none
 * @param liquidity what is known of its liquidity, each day at most once
 */
public record BondProfile(
        Isin isin,
        BondClass bondClass,
        String issuerCountry,
        BigDecimal issuanceSize,
        String currency,
        LocalDate maturity,
        boolean tradedOnVenue,
        boolean linkedOrStripped,
        boolean investmentGrade,
        String group,
        List<LiquidityStatus> liquidity) {

    /**
     * Checks the profile.
     *
     * @throws InvalidInput if country or currency is not of two and three capital letters, the size is not positive, or two
     *     statements on liquidity overlap
     */
    public BondProfile {
        Objects.requireNonNull(isin, "isin");
        Objects.requireNonNull(bondClass, "bondClass");
        Objects.requireNonNull(maturity, "maturity");
        Objects.requireNonNull(group, "group");
        capitals("issuerCountry", issuerCountry, 2);
        capitals("currency", currency, 3);
        InvalidInput.unless(issuanceSize.signum() > 0, "issuanceSize", issuanceSize, "positive");
        liquidity = liquidity.stream()
                .sorted(Comparator.comparing(LiquidityStatus::from))
                .toList();
        for (int i = 1; i < liquidity.size(); i++) {
            LocalDate next = liquidity.get(i).from();
            boolean apart = !next.isBefore(liquidity.get(i - 1).until());
            InvalidInput.unless(apart, "liquidity", next, "of each day said at most once");
        }
    }

    /**
     * Returns a bond that is traded on a venue, neither linked nor a strip, of investment grade, in no group, and of whose
     * liquidity nothing is known.
     *
     * @param isin which bond
     * @param bondClass its type
     * @param issuerCountry the issuer's country
     * @param issuanceSize what was issued, in the bond's currency
     * @param currency of the bond
     * @param maturity when it is repaid
     * @return the bond
     */
    public static BondProfile of(
            Isin isin,
            BondClass bondClass,
            String issuerCountry,
            BigDecimal issuanceSize,
            String currency,
            LocalDate maturity) {
        return new BondProfile(
                isin, bondClass, issuerCountry, issuanceSize, currency, maturity, true, false, true, "", List.of());
    }

    /** {@return the bond, traded on no venue of the jurisdiction} */
    public BondProfile notTradedOnVenue() {
        return with(false, linkedOrStripped, investmentGrade, group, liquidity);
    }

    /** {@return the bond, linked to inflation or a strip} */
    public BondProfile asLinkedOrStripped() {
        return with(tradedOnVenue, true, investmentGrade, group, liquidity);
    }

    /** {@return the bond, of an issuer below investment grade or without a rating} */
    public BondProfile highYield() {
        return with(tradedOnVenue, linkedOrStripped, false, group, liquidity);
    }

    /**
     * Returns the bond in an authority's group.
     *
     * @param published the group's name
     * @return the bond
     */
    public BondProfile inGroup(String published) {
        return with(tradedOnVenue, linkedOrStripped, investmentGrade, published, liquidity);
    }

    /**
     * Returns the bond with what is known of its liquidity.
     *
     * @param known each day at most once
     * @return the bond
     */
    public BondProfile withLiquidity(LiquidityStatus... known) {
        return with(tradedOnVenue, linkedOrStripped, investmentGrade, group, List.of(known));
    }

    private BondProfile with(
            boolean onVenue, boolean linked, boolean investment, String inGroup, List<LiquidityStatus> known) {
        return new BondProfile(
                isin,
                bondClass,
                issuerCountry,
                issuanceSize,
                currency,
                maturity,
                onVenue,
                linked,
                investment,
                inGroup,
                known);
    }

    Optional<LiquidityStatus> liquidityOn(LocalDate day) {
        return liquidity.stream().filter(status -> status.covers(day)).findFirst();
    }

    private static void capitals(String name, String code, int letters) {
        boolean fits = code.length() == letters && code.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
        InvalidInput.unless(fits, name, code, "of " + letters + " capital letters");
    }
}
