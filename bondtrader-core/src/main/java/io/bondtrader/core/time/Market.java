package io.bondtrader.core.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The markets with rules of their own: which rule, from when, announced until when, by whom. */
@SuppressWarnings("ImmutableEnumChecker") // the one field that changes keeps the value of a pure function
enum Market {
    US_GOVT(
            UnitedStatesRules::governmentBonds,
            1990,
            2026,
            "SIFMA, Holiday Schedule, US recommendations",
            "SIFMA",
            "USGS",
            "US_SIFMA"),
    US_NYSE(UnitedStatesRules::stockExchange, 1990, 2027, "NYSE, Holidays and Trading Hours", "NYSE"),
    US_FED(
            UnitedStatesRules::federalReserve,
            1990,
            2029,
            "Federal Reserve Financial Services, Holiday Schedules",
            "FED",
            "USNY",
            "FEDWIRE"),
    TARGET(
            EuroAreaRules::target,
            1999,
            Market.LAST_YEAR,
            "ECB, long-term calendar for TARGET closing days (14 December 2000), in force until revoked",
            "T2",
            "TARGET2",
            "EUTA",
            "EU"),
    UK(UnitedKingdomRules::englandAndWales, 1990, 2027, "gov.uk, UK bank holidays, England and Wales", "GB", "GBLO"),
    GERMANY(
            EuroAreaRules::germany,
            1990,
            2026,
            "Hessisches Feiertagsgesetz; custom of Frankfurt's banks",
            "DE",
            "DEFR"),
    FRANCE(EuroAreaRules::france, 1990, 2026, "Code du travail, L3133-1", "FR", "FRPA"),
    ITALY(EuroAreaRules::italy, 1990, 2026, "Legge 260/1949 as amended", "IT", "ITMI"),
    SPAIN(
            EuroAreaRules::spain,
            1990,
            2026,
            "Real Decreto 2001/1983, article 45; Boletin Oficial del Estado",
            "ES",
            "ESMA"),
    AUSTRIA(EuroAreaRules::austria, 1990, 2026, "Arbeitsruhegesetz, section 7", "AT", "ATVI"),
    SWITZERLAND(EuroAreaRules::switzerland, 1994, 2026, "Bank holidays of the canton of Zurich", "CH", "CHZU"),
    SWEDEN(NorthernEuropeRules::sweden, 1990, 2026, "Lag 1989:253; Sveriges Riksbank", "SE", "SEST"),
    NORWAY(NorthernEuropeRules::norway, 1990, 2026, "Lov om helligdager og helligdagsfred", "NO", "NOOS"),
    DENMARK(NorthernEuropeRules::denmark, 1990, 2026, "Danmarks Nationalbank, banking days", "DK", "DKCO"),
    FINLAND(NorthernEuropeRules::finland, 1993, 2026, "Bank of Finland, banking days", "FI", "FIHE"),
    POLAND(NorthernEuropeRules::poland, 1990, 2026, "Ustawa o dniach wolnych od pracy (1951) as amended", "PL", "PLWA"),
    JAPAN(
            JapanRules::japan,
            1990,
            2026,
            "Cabinet Office, national holidays; Banking Act Order, article 5",
            "JP",
            "JPTO"),
    CANADA(AmericasRules::canada, 1990, 2026, "Payments Canada; Bills of Exchange Act, section 42", "CA", "CATO"),
    CANADA_TSX(AmericasRules::torontoExchange, 2000, 2026, "TMX Group, holidays", "TSX"),
    BRAZIL(AmericasRules::brazil, 1990, 2026, "ANBIMA, feriados nacionais; CMN resolution 2932", "BR", "BRBD"),
    AUSTRALIA(
            PacificRules::australia,
            1990,
            2027,
            "NSW Government, public holidays; Public Holidays Act 2010",
            "AU",
            "AUSY"),
    NEW_ZEALAND(PacificRules::newZealand, 1990, 2027, "Holidays Act 2003; Employment New Zealand", "NZ", "NZWE");

    /** Laws say nothing about the end of time; a century is what the longest bonds need. */
    private static final int LAST_YEAR = 2100;

    private static final int LAST_YEAR_OF_EQUINOX_FORMULA = 2099;
    private static final int LAST_YEAR_OF_MATARIKI_LIST = 2052;
    private static final Market[] ALL = values();

    private final MarketRule rule;
    private final int firstYear;
    private final int announcedUntilYear;
    private final String source;
    private final List<String> aliases;
    private volatile @Nullable HolidayCalendar calendar;

    Market(MarketRule rule, int firstYear, int announcedUntilYear, String source, String... aliases) {
        this.rule = rule;
        this.firstYear = firstYear;
        this.announcedUntilYear = announcedUntilYear;
        this.source = source;
        this.aliases = List.of(aliases);
    }

    /** {@return the market that goes by a name in upper case, or null} */
    static @Nullable Market named(String key) {
        for (Market market : ALL) {
            if (market.name().equals(key) || market.aliases.contains(key)) {
                return market;
            }
        }
        return null;
    }

    CalendarHorizon horizon() {
        int last = switch (this) {
            case JAPAN -> LAST_YEAR_OF_EQUINOX_FORMULA;
            case NEW_ZEALAND -> LAST_YEAR_OF_MATARIKI_LIST;
            default -> LAST_YEAR;
        };
        return new CalendarHorizon(
                LocalDate.of(firstYear, 1, 1),
                LocalDate.of(announcedUntilYear, 12, 31),
                LocalDate.of(last, 12, 31),
                source);
    }

    Set<LocalDate> closures(int year) {
        YearOfClosures closures = new YearOfClosures(year);
        rule.close(closures);
        return closures.closures();
    }

    /** The calendar, computed by whoever asks first; two who ask at once compute the same. */
    HolidayCalendar calendar() {
        HolidayCalendar known = calendar;
        if (known == null) {
            known = HolidayCalendar.from(new RuleHolidayProvider(), name());
            calendar = known;
        }
        return known;
    }
}
