package io.bondtrader.core.bond;

import static io.bondtrader.core.time.BusinessDayConvention.FOLLOWING;
import static io.bondtrader.core.time.Frequency.ANNUAL;
import static io.bondtrader.core.time.Frequency.QUARTERLY;
import static io.bondtrader.core.time.Frequency.SEMIANNUAL;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.HolidayCalendars;
import java.util.List;
import java.util.Locale;

/**
 * The bond markets' conventions by name. Each constant says in {@link BondConvention#source()} where it is defined.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BondConventions {

    /** US Treasury notes and bonds as dealers trade them: next day, street convention. */
    public static final BondConvention US_TREASURY = BondConvention.builder("US_TREASURY")
            .settlementDays(1)
            .calendar("US_GOVT")
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.US_STREET)
            .source("31 CFR Part 356; SIFMA, Standard Securities Calculation Methods, vol. 1")
            .build();

    /** US Treasury notes and bonds as the Treasury prices its auctions: simple interest at first, six decimals. */
    public static final BondConvention US_TREASURY_AUCTION = US_TREASURY.toBuilder()
            .name("US_TREASURY_AUCTION")
            .settlementDays(0)
            .yieldConvention(YieldConvention.US_TREASURY)
            .accruedRounding(DecimalRounding.halfUp(6))
            .priceRounding(DecimalRounding.halfUp(6))
            .source("31 CFR Part 356, Appendix B, section II")
            .build();

    /** US Treasury bills. */
    public static final BondConvention US_BILL = BondConvention.builder("US_BILL")
            .settlementDays(1)
            .calendar("US_GOVT")
            .dayCount(DayCounts.ACT_360)
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.MONEY_MARKET)
            .priceRounding(DecimalRounding.halfUp(6))
            .source("31 CFR Part 356, Appendix B, section VI")
            .build();

    /** US Treasury inflation-protected securities: real terms. */
    public static final BondConvention US_TIPS = US_TREASURY.toBuilder()
            .name("US_TIPS")
            .accruedRounding(DecimalRounding.halfUp(6))
            .priceRounding(DecimalRounding.halfUp(6))
            .source("31 CFR Part 356, Appendix B, section III")
            .build();

    /** US Treasury floating-rate notes. */
    public static final BondConvention US_FRN = US_TREASURY.toBuilder()
            .name("US_FRN")
            .dayCount(DayCounts.ACT_360)
            .frequency(QUARTERLY)
            .yieldConvention(YieldConvention.COMPOUND)
            .accruedRounding(DecimalRounding.halfUp(6))
            .priceRounding(DecimalRounding.halfUp(6))
            .source("31 CFR Part 356, Appendix B, section IV")
            .build();

    /** US corporate bonds: 30/360 with the end-of-February rule. */
    public static final BondConvention US_CORPORATE = US_TREASURY.toBuilder()
            .name("US_CORPORATE")
            .dayCount(DayCounts.THIRTY_U_360)
            .source("SIFMA, Standard Securities Calculation Methods, vol. 1; FINRA Rule 11620; SEC Rule 15c6-1")
            .build();

    /** US municipal bonds: 30/360, prices cut to three decimals. */
    public static final BondConvention US_MUNICIPAL = US_CORPORATE.toBuilder()
            .name("US_MUNICIPAL")
            .priceRounding(DecimalRounding.truncated(3))
            .source("MSRB Rule G-33")
            .build();

    /**
     * UK conventional gilts. The ex-dividend date is the seventh business day before a coupon; a trade that settles after
     * it goes without the coupon.
     */
    public static final BondConvention UK_GILT = BondConvention.builder("UK_GILT")
            .currency("GBP")
            .settlementDays(1)
            .calendar("UK")
            .exCoupon(ExCouponRule.businessDays(6, "UK"))
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.UK_DMO)
            .accruedRounding(DecimalRounding.halfUp(6))
            .priceRounding(DecimalRounding.halfUp(6))
            .source(
                    "UK Debt Management Office, Formulae for Calculating Gilt Prices from Yields, sections one and three")
            .build();

    /** UK index-linked gilts: real terms. */
    public static final BondConvention UK_INDEX_LINKED_GILT = UK_GILT.toBuilder()
            .name("UK_INDEX_LINKED_GILT")
            .source("UK Debt Management Office, Formulae for Calculating Gilt Prices from Yields, section one, annex B")
            .build();

    /** German federal bonds (ten years and more). */
    public static final BondConvention DE_BUND = BondConvention.builder("DE_BUND")
            .currency("EUR")
            .settlementDays(2)
            .calendar("TARGET")
            .frequency(ANNUAL)
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.BUND)
            .source("Deutsche Finanzagentur, federal securities: conventions; ICMA Rule 251")
            .build();

    /** German federal notes (five years). */
    public static final BondConvention DE_BOBL =
            DE_BUND.toBuilder().name("DE_BOBL").build();

    /** German federal treasury notes (two years). */
    public static final BondConvention DE_SCHATZ =
            DE_BUND.toBuilder().name("DE_SCHATZ").build();

    /** French government bonds. */
    public static final BondConvention FR_OAT = DE_BUND.toBuilder()
            .name("FR_OAT")
            .yieldConvention(YieldConvention.COMPOUND)
            .source("Agence France Trésor, technical characteristics of OATs; ICMA Rules 251 and 803")
            .build();

    /** French treasury bills: simple interest by ACT/360. */
    public static final BondConvention FR_BTF = DE_BUND.toBuilder()
            .name("FR_BTF")
            .dayCount(DayCounts.ACT_360)
            .yieldConvention(YieldConvention.MONEY_MARKET)
            .source("Agence France Trésor, technical characteristics of BTFs")
            .build();

    /** Italian government bonds: semiannual coupons, annual yield, accrued interest to five decimals. */
    public static final BondConvention IT_BTP = DE_BUND.toBuilder()
            .name("IT_BTP")
            .frequency(SEMIANNUAL)
            .yieldConvention(YieldConvention.ICMA_ANNUAL)
            .accruedRounding(DecimalRounding.halfUp(5))
            .source(
                    "Ministero dell'Economia e delle Finanze, issue decrees: accrued interest per 100 to the fifth decimal")
            .build();

    /** Spanish government bonds. */
    public static final BondConvention ES_BONO = DE_BUND.toBuilder()
            .name("ES_BONO")
            .yieldConvention(YieldConvention.COMPOUND)
            .source("Tesoro Público, Bonos y Obligaciones del Estado; ICMA Rules 251 and 803")
            .build();

    /** Government of Canada bonds: ACT/365 accrued that ends on half the coupon. */
    public static final BondConvention CA_GOVERNMENT = BondConvention.builder("CA_GOVERNMENT")
            .currency("CAD")
            .settlementDays(1)
            .calendar("CANADA")
            .dayCount(DayCounts.ACT_365_CANADIAN)
            .couponRule(CouponRule.EQUAL_PARTS)
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.CANADIAN)
            .source("IIAC, Canadian Conventions in Fixed Income Markets")
            .build();

    /** Australian government bonds: ex-interest for seven calendar days, three decimals. */
    public static final BondConvention AU_GOVERNMENT = BondConvention.builder("AU_GOVERNMENT")
            .currency("AUD")
            .settlementDays(2)
            .calendar("AUSTRALIA")
            .exCoupon(ExCouponRule.calendarDays(7))
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.AUSTRALIAN)
            .accruedRounding(DecimalRounding.halfUp(3))
            .priceRounding(DecimalRounding.halfUp(3))
            .source(
                    "Australian Office of Financial Management, Pricing Formulae for Commonwealth Government Securities")
            .build();

    /** Japanese government bonds: simple yield that leaves out 29 February, accrued interest that does not, equal coupons. */
    public static final BondConvention JP_JGB = BondConvention.builder("JP_JGB")
            .currency("JPY")
            .settlementDays(1)
            .calendar("JAPAN")
            .dayCount(DayCounts.ACT_365F)
            .couponRule(CouponRule.EQUAL_PARTS)
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.JGB_MARKET_SIMPLE)
            .accruedRounding(DecimalRounding.truncated(7))
            .priceRounding(DecimalRounding.truncated(3))
            .source("Japan Securities Dealers Association, calculation of yields and accrued interest")
            .build();

    /** International bonds (eurobonds). */
    public static final BondConvention EUROBOND = BondConvention.builder("EUROBOND")
            .currency("EUR")
            .settlementDays(2)
            .calendar("TARGET")
            .dayCount(DayCounts.THIRTY_E_360)
            .frequency(ANNUAL)
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.COMPOUND)
            .source("ICMA Rules 221, 224, 251 and 803")
            .build();

    /** Swiss Confederation bonds. */
    public static final BondConvention CH_CONFEDERATION = EUROBOND.toBuilder()
            .name("CH_CONFEDERATION")
            .currency("CHF")
            .calendar("SWITZERLAND")
            .source("SIX Swiss Exchange, settlement data (T+2) and yield calculation (30E/360)")
            .build();

    /**
     * Brazilian NTN-F: ten percent effective, paid twice a year; business days over 252. The market cuts a price per
     * 1,000 of face to six decimals.
     */
    public static final BondConvention BR_NTN_F = BondConvention.builder("BR_NTN_F")
            .currency("BRL")
            .settlementDays(1)
            .calendar("BRAZIL")
            .dayCount(DayCounts.business252(HolidayCalendars.of("BRAZIL")))
            .couponRule(CouponRule.EFFECTIVE)
            .paymentConvention(FOLLOWING)
            .yieldConvention(YieldConvention.onDays(
                    "BRAZIL_252",
                    Compounding.ANNUAL,
                    DayCounts.business252(HolidayCalendars.of("BRAZIL")),
                    true,
                    "Tesouro Nacional, Metodologia de Cálculo dos Títulos Públicos Federais"))
            .priceRounding(DecimalRounding.truncated(7))
            .source("ANBIMA, Metodologias de Precificação: Títulos Públicos; Tesouro Nacional, Metodologia de Cálculo")
            .build();

    /** Brazilian LTN: zero coupon. */
    public static final BondConvention BR_LTN =
            BR_NTN_F.toBuilder().name("BR_LTN").build();

    private static final List<BondConvention> ALL = List.of(
            US_TREASURY,
            US_TREASURY_AUCTION,
            US_BILL,
            US_TIPS,
            US_FRN,
            US_CORPORATE,
            US_MUNICIPAL,
            UK_GILT,
            UK_INDEX_LINKED_GILT,
            DE_BUND,
            DE_BOBL,
            DE_SCHATZ,
            FR_OAT,
            FR_BTF,
            IT_BTP,
            ES_BONO,
            CA_GOVERNMENT,
            AU_GOVERNMENT,
            JP_JGB,
            EUROBOND,
            CH_CONFEDERATION,
            BR_NTN_F,
            BR_LTN);

    private BondConventions() {}

    /** {@return every named convention} */
    public static List<BondConvention> all() {
        return ALL;
    }

    /**
     * Returns a convention by name.
     *
     * @param name such as {@code "US_TREASURY"}; case, spaces and hyphens do not matter
     * @return the convention
     * @throws InvalidInput if no convention has that name
     */
    public static BondConvention of(String name) {
        String key = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (BondConvention convention : ALL) {
            if (convention.name().equals(key)) {
                return convention;
            }
        }
        throw InvalidInput.unreadable("convention", name, "one of " + ALL);
    }
}
