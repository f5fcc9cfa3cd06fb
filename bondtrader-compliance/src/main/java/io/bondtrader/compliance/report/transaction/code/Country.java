package io.bondtrader.compliance.report.transaction.code;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Set;

/**
 * A country by its two letters. Immutable and safe for use by many threads.
 *
 * <p>Source: ISO 3166-1 alpha-2, the 249 codes assigned. The list did not change since reports under Regulation (EU) No
 * 600/2014 began on 2018-01-03.
 *
 * @param code two upper-case letters
 */
public record Country(String code) implements Comparable<Country> {

    private static final Set<String> ASSIGNED =
            Set.of(("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG"
                            + " BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY"
                            + " CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ"
                            + " GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP"
                            + " KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU"
                            + " MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA"
                            + " RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK"
                            + " TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW")
                    .split(" "));

    /** The Union's members since 2013 but the United Kingdom, and Iceland, Liechtenstein and Norway. */
    private static final Set<String> EUROPEAN_ECONOMIC_AREA = Set.of(
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "));

    /** The end of the transition period: Agreement on the withdrawal of the United Kingdom, Articles 126 and 127. */
    private static final LocalDate BRITISH_EXIT = LocalDate.of(2021, 1, 1);

    /**
     * Checks that the code is assigned.
     *
     * @throws InvalidInput if it is not
     */
    public Country {
        if (!ASSIGNED.contains(code)) {
            throw InvalidInput.unreadable("country", code, "a code of ISO 3166-1 alpha-2");
        }
    }

    /**
     * Returns a country.
     *
     * @param code two upper-case letters
     * @return the country
     * @throws InvalidInput if the code is not assigned
     */
    public static Country of(String code) {
        return new Country(code);
    }

    /**
     * Tells whether the country is in the European Economic Area for the reports of a day.
     *
     * @param day the day
     * @return whether it is; the United Kingdom until 2020-12-31
     */
    public boolean inEuropeanEconomicArea(LocalDate day) {
        return EUROPEAN_ECONOMIC_AREA.contains(code) || (code.equals("GB") && day.isBefore(BRITISH_EXIT));
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
