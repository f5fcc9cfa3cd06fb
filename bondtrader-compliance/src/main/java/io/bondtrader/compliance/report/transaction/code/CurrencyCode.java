package io.bondtrader.compliance.report.transaction.code;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A currency by its three letters. In form any three are one; {@link #activeOn} says whether it was one on a day.
 *
 * <p>Source: ISO 4217, list one, with the changes since 2018 from the lists' amendments, recalled. Immutable and safe for
 * use by many threads.
 *
 * @param code three upper-case letters
 */
public record CurrencyCode(String code) {

    private static final Set<String> ACTIVE =
            Set.of(("AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB"
                            + " BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP"
                            + " DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR"
                            + " ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK"
                            + " MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG"
                            + " QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP"
                            + " TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VND VUV WST XAF XCD XDR XOF XPF XSU XUA YER ZAR"
                            + " ZMW")
                    .split(" "));

    private static final Map<String, LocalDate> SINCE = Map.of(
            "VES", LocalDate.of(2018, 8, 20),
            "VED", LocalDate.of(2021, 10, 1),
            "SLE", LocalDate.of(2022, 4, 1),
            "ZWG", LocalDate.of(2024, 9, 1),
            "XCG", LocalDate.of(2025, 3, 31));

    /** The first day on which it was none any more. */
    private static final Map<String, LocalDate> UNTIL = Map.of(
            "VEF", LocalDate.of(2018, 8, 20),
            "CUC", LocalDate.of(2021, 7, 1),
            "HRK", LocalDate.of(2023, 1, 1),
            "SLL", LocalDate.of(2024, 4, 1),
            "ZWL", LocalDate.of(2024, 9, 1),
            "ANG", LocalDate.of(2025, 7, 1),
            "BGN", LocalDate.of(2026, 1, 1));

    /**
     * Checks the form.
     *
     * @throws InvalidInput if there are not three upper-case letters
     */
    public CurrencyCode {
        if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw InvalidInput.unreadable("currency", code, "three upper-case letters");
        }
    }

    /**
     * Returns a currency.
     *
     * @param code three upper-case letters
     * @return the currency
     * @throws InvalidInput if there are not three upper-case letters
     */
    public static CurrencyCode of(String code) {
        return new CurrencyCode(code);
    }

    /**
     * Tells whether the currency was one of ISO 4217 on a day.
     *
     * @param day the day, from 2018 on
     * @return whether it was
     */
    public boolean activeOn(LocalDate day) {
        if (ACTIVE.contains(code)) {
            return true;
        }
        LocalDate since = SINCE.get(code);
        LocalDate until = UNTIL.get(code);
        return (since != null && !day.isBefore(since)) || (until != null && day.isBefore(until));
    }

    @Override
    public String toString() {
        return code;
    }
}
