package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds holiday calendars by name: those built in, those of registered {@linkplain HolidayProvider providers}, and several
 * joined by {@code +}.
 *
 * <p>Safe for use by many threads. A built-in calendar is computed when it is first asked for and then kept; a joint one is
 * made anew on every call, so keep it.
 */
public final class HolidayCalendars {

    /** Every day is a business day. */
    public static final HolidayCalendar NONE = WeekPatternCalendar.everyDayOpen("NONE");

    /** Monday to Friday are business days, all of them. */
    public static final HolidayCalendar WEEKENDS = WeekPatternCalendar.mondayToFriday("WEEKENDS");

    private HolidayCalendars() {}

    /**
     * Returns a calendar by name, such as {@code US_GOVT}, {@code TARGET} or {@code UK+TARGET}. A registered provider that
     * speaks for a market wins over the calendar built in.
     *
     * @param name the name of one market, or several joined by {@code +}: open when all are
     * @return the calendar
     * @throws InvalidInput if a name is unknown
     * @throws IllegalStateException if several registered providers speak for one market: picking one would hide it
     */
    public static HolidayCalendar of(String name) {
        return of(name, List.of());
    }

    /**
     * Returns a calendar by name, asking given providers first.
     *
     * @param name the name of one market, or several joined by {@code +}: open when all are
     * @param providers providers that win over all others, the first one that speaks for a market over the rest
     * @return the calendar
     * @throws InvalidInput if a name is unknown
     * @throws IllegalStateException if several registered providers speak for one market
     */
    public static HolidayCalendar of(String name, List<? extends HolidayProvider> providers) {
        String[] markets = name.split("\\+", -1);
        HolidayCalendar joint = ofMarket(markets[0].strip(), providers);
        for (int i = 1; i < markets.length; i++) {
            joint = joint.and(ofMarket(markets[i].strip(), providers));
        }
        return joint;
    }

    /** {@return the names of the calendars built in, in alphabetical order} */
    public static List<String> builtIn() {
        List<String> names = new ArrayList<>(List.of("NONE", "WEEKENDS"));
        for (Market market : Market.values()) {
            names.add(market.name());
        }
        return names.stream().sorted().toList();
    }

    private static HolidayCalendar ofMarket(String name, List<? extends HolidayProvider> providers) {
        String key = name.toUpperCase(Locale.ROOT).replaceAll("[-\\s]", "_");
        Market market = Market.named(key);
        // Whoever asks for T2 means TARGET, and a provider that speaks for TARGET.
        List<String> spellings = market == null ? List.of(name) : List.of(name, market.name());
        for (String spelling : spellings) {
            for (HolidayProvider provider : providers) {
                if (provider.markets().contains(spelling)) {
                    return HolidayCalendar.from(provider, spelling);
                }
            }
        }
        for (String spelling : spellings) {
            HolidayProvider registered = registered(spelling);
            if (registered != null) {
                return HolidayCalendar.from(registered, spelling);
            }
        }
        return market == null ? withoutHolidays(key, name) : market.calendar();
    }

    private static @Nullable HolidayProvider registered(String market) {
        List<HolidayProvider> speaking = Registered.PROVIDERS.stream()
                .filter(provider -> provider.markets().contains(market))
                .toList();
        if (speaking.size() > 1) {
            throw new IllegalStateException("Several holiday providers for " + market + ": " + speaking);
        }
        return speaking.isEmpty() ? null : speaking.get(0);
    }

    private static HolidayCalendar withoutHolidays(String key, String name) {
        return switch (key) {
            case "NONE", "NULL" -> NONE;
            case "WEEKENDS", "WEEKENDS_ONLY", "SAT/SUN" -> WEEKENDS;
            default ->
                throw InvalidInput.unreadable("calendar", name, "the name of a market such as US_GOVT or TARGET");
        };
    }

    /** Looked up once, in the class loader that loaded this class: the answer must not depend on the calling thread. */
    private static final class Registered {
        static final List<HolidayProvider> PROVIDERS =
                ServiceLoader.load(HolidayProvider.class, HolidayCalendars.class.getClassLoader()).stream()
                        .filter(provider -> provider.type() != RuleHolidayProvider.class)
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }
}
