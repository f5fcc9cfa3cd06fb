package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closing days as the bodies that decide them have published them, the odd ones above all. */
final class ClosingDaysTest {

    @ParameterizedTest
    @CsvSource({
        // SIFMA: the schedule of 2026, storms and mourning
        "US_GOVT, 2026-01-01, true",
        "US_GOVT, 2026-06-19, true",
        "US_GOVT, 2026-07-03, true",
        "US_GOVT, 2026-10-12, true",
        "US_GOVT, 2026-11-11, true",
        "US_GOVT, 2026-11-27, false",
        "US_GOVT, 2012-10-30, true",
        "US_GOVT, 2012-10-29, false",
        "US_GOVT, 2004-06-11, true",
        "US_GOVT, 2018-12-05, true",
        "US_GOVT, 2021-06-18, false",
        // early closes for the employment report are business days
        "US_GOVT, 2015-04-03, false",
        "US_GOVT, 2021-04-02, false",
        "US_GOVT, 2024-03-29, true",
        "US_GOVT, 1994-04-01, true",
        "US_GOVT, 2022-04-15, true",
        // a Saturday holiday: New Year and Veterans Day are not moved to Friday, Independence Day and Christmas are
        "US_GOVT, 2021-12-31, false",
        "US_GOVT, 2023-11-10, false",
        "US_GOVT, 2020-07-03, true",
        "US_GOVT, 2021-12-24, true",
        // NYSE, special closings
        "US_NYSE, 2025-01-09, true",
        "US_NYSE, 2018-12-05, true",
        "US_NYSE, 2012-10-29, true",
        "US_NYSE, 2012-10-30, true",
        "US_NYSE, 2007-01-02, true",
        "US_NYSE, 2004-06-11, true",
        "US_NYSE, 2001-09-11, true",
        "US_NYSE, 2001-09-14, true",
        "US_NYSE, 2001-09-17, false",
        "US_NYSE, 1994-04-27, true",
        "US_NYSE, 1997-01-20, false",
        "US_NYSE, 1998-01-19, true",
        "US_NYSE, 2026-10-12, false",
        "US_NYSE, 2021-06-18, false",
        "US_NYSE, 2022-06-20, true",
        // Federal Reserve: Saturday holidays are not moved
        "US_FED, 2020-07-03, false",
        "US_FED, 2027-06-18, false",
        "US_FED, 2022-12-26, true",
        "US_FED, 2022-06-20, true",
        "US_FED, 2021-06-18, false",
        "US_FED, 2025-01-20, true",
        "US_FED, 2026-04-03, false",
        "US_FED, 2023-01-02, true",
        "US_FED, 2026-05-25, true",
        "US_FED, 2021-07-05, true",
        "US_FED, 2025-09-01, true",
        "US_FED, 2025-10-13, true",
        "US_FED, 2029-11-12, true",
        "US_FED, 2025-11-27, true",
        "US_FED, 2025-02-17, true",
        // ECB
        "TARGET, 1999-12-31, true",
        "TARGET, 2001-12-31, true",
        "TARGET, 1999-04-02, false",
        "TARGET, 2000-04-21, true",
        "TARGET, 2000-12-26, true",
        "TARGET, 2026-12-24, false",
        // gov.uk: jubilees, weddings, funerals, coronations, VE days
        "UK, 1995-05-01, false",
        "UK, 1995-05-08, true",
        "UK, 1999-12-31, true",
        "UK, 2002-05-27, false",
        "UK, 2002-06-03, true",
        "UK, 2002-06-04, true",
        "UK, 2011-04-29, true",
        "UK, 2012-05-28, false",
        "UK, 2012-06-04, true",
        "UK, 2012-06-05, true",
        "UK, 2020-05-04, false",
        "UK, 2020-05-08, true",
        "UK, 2022-05-30, false",
        "UK, 2022-06-02, true",
        "UK, 2022-06-03, true",
        "UK, 2022-09-19, true",
        "UK, 2023-05-08, true",
        "UK, 2022-12-27, true",
        "UK, 2021-12-28, true",
        "UK, 2026-12-28, true",
        // Cabinet Office of Japan
        "JAPAN, 2019-04-30, true",
        "JAPAN, 2019-05-01, true",
        "JAPAN, 2019-05-02, true",
        "JAPAN, 2019-05-06, true",
        "JAPAN, 2019-10-22, true",
        "JAPAN, 2019-12-23, false",
        "JAPAN, 2018-12-24, true",
        "JAPAN, 2020-02-24, true",
        "JAPAN, 2020-07-20, false",
        "JAPAN, 2020-07-23, true",
        "JAPAN, 2020-07-24, true",
        "JAPAN, 2020-08-10, true",
        "JAPAN, 2020-10-12, false",
        "JAPAN, 2021-07-22, true",
        "JAPAN, 2021-07-23, true",
        "JAPAN, 2021-08-09, true",
        "JAPAN, 2021-08-11, false",
        "JAPAN, 2009-09-22, true",
        "JAPAN, 2015-09-22, true",
        "JAPAN, 2026-09-22, true",
        "JAPAN, 2009-05-06, true",
        "JAPAN, 2026-05-06, true",
        "JAPAN, 1998-05-04, true",
        "JAPAN, 1998-05-06, false",
        "JAPAN, 1993-06-09, true",
        "JAPAN, 1990-11-12, true",
        "JAPAN, 1996-07-22, false",
        "JAPAN, 1997-07-21, true",
        "JAPAN, 1995-07-20, false",
        "JAPAN, 2016-08-11, true",
        "JAPAN, 2015-08-11, false",
        "JAPAN, 2026-12-31, true",
        // Germany, France, Italy, Spain, Switzerland, Austria
        "GERMANY, 2017-10-31, true",
        "GERMANY, 2018-10-31, false",
        "GERMANY, 1994-11-16, true",
        "GERMANY, 1995-11-22, false",
        "GERMANY, 2026-06-04, true",
        "GERMANY, 2026-12-24, true",
        "FRANCE, 2026-07-14, true",
        "FRANCE, 2026-05-25, true",
        "FRANCE, 2006-06-05, false",
        "FRANCE, 2008-05-12, true",
        "FRANCE, 2004-05-31, true",
        "FRANCE, 2026-04-03, false",
        "FRANCE, 2026-11-11, true",
        "ITALY, 2026-06-02, true",
        "ITALY, 2000-06-02, false",
        "ITALY, 2011-03-17, true",
        "ITALY, 2027-10-04, true",
        "ITALY, 2021-10-04, false",
        "ITALY, 2026-12-08, true",
        "SPAIN, 2026-10-12, true",
        "SPAIN, 2026-04-02, true",
        "SPAIN, 2026-04-06, false",
        "SPAIN, 2026-12-08, true",
        "SWITZERLAND, 2025-08-01, true",
        "SWITZERLAND, 2026-01-02, true",
        "SWITZERLAND, 2026-05-25, true",
        "AUSTRIA, 2026-10-26, true",
        "AUSTRIA, 2026-06-04, true",
        "AUSTRIA, 2026-04-03, false",
        // the north
        "SWEDEN, 2026-06-19, true",
        "SWEDEN, 2005-06-06, true",
        "SWEDEN, 2004-05-31, true",
        "SWEDEN, 2005-05-16, false",
        "NORWAY, 2027-05-17, true",
        "NORWAY, 2026-04-02, true",
        "DENMARK, 2023-05-05, true",
        "DENMARK, 2024-04-26, false",
        "DENMARK, 2026-05-15, true",
        "DENMARK, 2008-05-02, false",
        "DENMARK, 2026-06-05, true",
        "FINLAND, 2027-12-06, true",
        "FINLAND, 2026-06-19, true",
        "POLAND, 2018-11-12, true",
        "POLAND, 2010-01-06, false",
        "POLAND, 2011-01-06, true",
        "POLAND, 2024-12-24, false",
        "POLAND, 2025-12-24, true",
        "POLAND, 2026-06-04, true",
        // the Americas and Australia
        "CANADA, 2021-09-30, true",
        "CANADA, 2020-09-30, false",
        "CANADA_TSX, 2021-09-30, false",
        "CANADA, 2023-10-02, true",
        "CANADA, 2007-02-19, false",
        "CANADA, 2008-02-18, true",
        "CANADA, 2026-05-18, true",
        "CANADA_TSX, 2026-11-11, false",
        "CANADA, 2026-11-11, true",
        "CANADA, 2022-12-27, true",
        "BRAZIL, 2023-11-20, false",
        "BRAZIL, 2024-11-20, true",
        "BRAZIL, 2026-02-16, true",
        "BRAZIL, 2026-02-17, true",
        "BRAZIL, 2026-02-18, false",
        "BRAZIL, 2026-06-04, true",
        "AUSTRALIA, 2022-09-22, true",
        "AUSTRALIA, 2026-04-27, true",
        "AUSTRALIA, 2010-04-26, true",
        "AUSTRALIA, 2021-04-26, false",
        "AUSTRALIA, 2026-08-03, true",
        "AUSTRALIA, 2022-01-03, true",
        "AUSTRALIA, 2026-06-08, true",
        "NEW_ZEALAND, 2022-06-24, true",
        "NEW_ZEALAND, 2052-06-21, true",
        "NEW_ZEALAND, 2026-07-10, true",
        "NEW_ZEALAND, 2022-09-26, true",
        "NEW_ZEALAND, 2021-04-26, true",
        "NEW_ZEALAND, 2010-04-26, false",
        "NEW_ZEALAND, 2023-01-03, true",
        "NEW_ZEALAND, 2022-01-04, true",
        "NEW_ZEALAND, 2016-02-08, true",
        "NEW_ZEALAND, 2015-01-19, true",
        "NEW_ZEALAND, 2026-10-26, true",
        "NEW_ZEALAND, 2026-06-01, true",
    })
    void marketsCloseAsTheirAuthoritiesSay(String calendar, LocalDate date, boolean closed) {
        assertThat(Market.valueOf(calendar).closures(date.getYear()).contains(date))
                .isEqualTo(closed);
        assertThat(HolidayCalendars.of(calendar).isHoliday(date)).isEqualTo(closed);
    }

    /** United States Census Bureau, Easter dates from 1600 to 2099; the extremes and the exceptions of the cycle. */
    @ParameterizedTest
    @CsvSource({
        "1818-03-22", "1886-04-25", "1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
        "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19",
        "2099-04-12",
    })
    void easterFallsOnThePublishedSundays(LocalDate easter) {
        assertThat(YearOfClosures.easterSunday(easter.getYear())).isEqualTo(easter);
    }

    /** National Astronomical Observatory of Japan, equinox days. */
    @ParameterizedTest
    @CsvSource({
        "1992-03-20",
        "1995-03-21",
        "2025-03-20",
        "2026-03-20",
        "2012-09-22",
        "2024-09-22",
        "2025-09-23",
        "1991-03-21",
    })
    void equinoxesAreHolidaysInJapan(LocalDate equinox) {
        assertThat(Market.JAPAN.closures(equinox.getYear())).contains(equinox);
    }

    @Test
    void everyYearHasAPlausibleNumberOfHolidays() {
        for (Market market : Market.values()) {
            CalendarHorizon horizon = market.horizon();
            for (int year = horizon.knownFrom().getYear();
                    year <= horizon.knownUntil().getYear();
                    year++) {
                assertThat(market.closures(year)).as("%s %d", market, year).hasSizeBetween(2, 25);
            }
        }
    }
}
