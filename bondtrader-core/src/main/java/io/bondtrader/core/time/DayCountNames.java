package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The spellings of day counts that are in use, without case, blanks and punctuation. */
final class DayCountNames {

    private static final Map<String, StandardDayCount> BY_KEY = byKey();
    private static final String BUSINESS_252 = "BUS/252";

    private DayCountNames() {}

    static DayCount of(String name) {
        StandardDayCount standard = BY_KEY.get(key(name));
        if (standard != null) {
            return standard;
        }
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.startsWith(BUSINESS_252) && upper.length() > BUSINESS_252.length() + 1) {
            return DayCounts.business252(HolidayCalendars.of(upper.substring(BUSINESS_252.length() + 1)));
        }
        if (upper.equals(BUSINESS_252)) {
            throw InvalidInput.unreadable("day count", name, "followed by its calendar, as in BUS/252 BRAZIL");
        }
        if (key(name).equals("ACT/ACT")) {
            throw InvalidInput.unreadable("day count", name, "one of ACT/ACT-ISDA, ACT/ACT-ICMA and ACT/ACT-AFB");
        }
        throw InvalidInput.unreadable("day count", name, "the name of a day count such as 30/360 or ACT/ACT-ICMA");
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT)
                .replace("ACTUAL/ACTUAL", "ACT/ACT")
                .replaceAll("^\\s*ACTUAL/", "ACT/")
                .replaceAll("[-\\s_.()]", "");
    }

    private static Map<String, StandardDayCount> byKey() {
        Map<String, StandardDayCount> names = new HashMap<>();
        for (StandardDayCount dayCount : StandardDayCount.values()) {
            names.put(key(dayCount.officialName()), dayCount);
            for (String alias : aliases(dayCount)) {
                names.put(key(alias), dayCount);
            }
        }
        return Map.copyOf(names);
    }

    private static String[] aliases(StandardDayCount dayCount) {
        return switch (dayCount) {
            case ACT_360 -> names("A/360", "French");
            case ACT_365F -> names("ACT/365", "ACT/365 Fixed", "A/365F", "English");
            case ACT_365_ACTUAL -> names("ACT/365A");
            case ACT_365L -> names("ACT/365 Leap Year", "ISMA-Year");
            case NL_365 -> names("NL/365", "ACT/365 No Leap", "NL365");
            case ACT_ACT_ISDA -> names("ACT/365 ISDA");
            case ACT_ACT_ICMA -> names("ACT/ACT ISMA", "ACT/ACT Bond", "ISMA-99");
            case ACT_ACT_AFB -> names("ACT/ACT Euro");
            case THIRTY_360 -> names("30/360 Bond Basis", "30/360 ISDA", "Bond Basis", "30A/360");
            case THIRTY_U_360 -> names("30/360 US", "30/360 SIA", "30US/360");
            case THIRTY_E_360 -> names("30/360 Eurobond Basis", "Eurobond Basis", "30/360 ICMA", "30/360 ISMA");
            case THIRTY_E_360_ISDA -> names("30/360 German", "30E/360 German");
            case ACT_365_CANADIAN -> names("ACT/365 Canadian Bond");
            case ACT_364, ACT_365_25, ACT_366, THIRTY_E_PLUS_360, THIRTY_360_NASD, THIRTY_360_ITALIAN, ONE_ONE ->
                names();
        };
    }

    private static String[] names(String... names) {
        return names;
    }
}
