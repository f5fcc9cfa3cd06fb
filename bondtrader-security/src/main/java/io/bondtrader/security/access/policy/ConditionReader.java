package io.bondtrader.security.access.policy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Attribute;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a policy. */
final class ConditionReader {

    private static final int LONGEST_NUMBER = 48;

    private final Map<String, Predicate<Facts>> named;
    private final Function<JsonPlace, String> role;

    ConditionReader(Map<String, Predicate<Facts>> named, Function<JsonPlace, String> role) {
        this.named = named;
        this.role = role;
    }

    Condition read(JsonPlace place) {
        if (place.isText()) {
            InvalidInput.unless(place.text().equals("always"), place.path(), place.text(), "\"always\" or an object");
            return Condition.always();
        }
        String kind = place.onlyMember();
        JsonPlace inner = place.get(kind);
        return inner.make(() -> condition(kind, inner));
    }

    private Condition condition(String kind, JsonPlace inner) {
        return switch (kind) {
            case "timeOfDay" -> timeOfDay(inner.members("zone", "from", "to", "days"));
            case "provedWithin" -> {
                inner.members("factors", "within");
                yield new Condition.ProvedWithin(
                        PolicyReader.factors(inner.get("factors")), PolicyReader.duration(inner.get("within")));
            }
            case "sourceIn" -> {
                List<SourceNetwork> networks = new ArrayList<>();
                inner.elements().forEach(place -> networks.add(place.make(() -> SourceNetwork.parse(place.text()))));
                yield new Condition.SourceIn(networks);
            }
            case "above" -> {
                inner.members("attribute", "bound");
                yield new Condition.Above(number(inner), decimal(inner.get("bound")));
            }
            case "oneOf" -> {
                inner.members("attribute", "words");
                yield new Condition.OneOf(
                        Attribute.text(inner.get("attribute").text()),
                        PolicyReader.names(inner.get("words"), JsonPlace::text));
            }
            case "flag" -> new Condition.Flag(Attribute.flag(inner.text()));
            case "aboveAuthority" -> {
                inner.members("attribute", "authority");
                yield new Condition.AboveAuthority(number(inner), authority(inner.get("authority")));
            }
            case "not" -> new Condition.Not(read(inner));
            case "all" -> new Condition.AllOf(parts(inner));
            case "any" -> new Condition.AnyOf(parts(inner));
            case "named" -> {
                @Nullable Predicate<Facts> test = named.get(inner.text());
                if (test == null) {
                    throw inner.refuse(inner.text(), "a condition that the reader was given");
                }
                yield new Condition.Named(inner.text(), test);
            }
            default -> throw inner.refuse("unknown", "a condition, see the handbook");
        };
    }

    private List<Condition> parts(JsonPlace place) {
        List<Condition> parts = new ArrayList<>();
        place.elements().forEach(part -> parts.add(read(part)));
        return parts;
    }

    private static Attribute<BigDecimal> number(JsonPlace place) {
        return Attribute.number(place.get("attribute").text());
    }

    private SortedMap<String, BigDecimal> authority(JsonPlace place) {
        SortedMap<String, BigDecimal> bounds = new TreeMap<>();
        for (String name : place.names()) {
            JsonPlace bound = place.get(name);
            // The name of the member is a reference too.
            bounds.put(role.apply(new JsonPlace(TextNode.valueOf(name), bound.path())), decimal(bound));
        }
        return bounds;
    }

    /** Amounts are texts, so that no reader rounds them. */
    private static BigDecimal decimal(JsonPlace place) {
        String text = place.text();
        boolean plain = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            InvalidInput.unless(plain, place.path(), text, "a plain decimal number as text");
            return new BigDecimal(text);
        } catch (NumberFormatException unreadable) {
            throw place.refuse(text, "a plain decimal number as text");
        }
    }

    private static Condition timeOfDay(JsonPlace place) {
        SortedSet<DayOfWeek> days = new TreeSet<>();
        for (JsonPlace day : place.get("days").elements()) {
            InvalidInput.unless(days.add(day.constant(DayOfWeek.class)), day.path(), day.text(), "given once");
        }
        return new Condition.TimeOfDay(zone(place.get("zone")), time(place.get("from")), time(place.get("to")), days);
    }

    private static ZoneId zone(JsonPlace place) {
        try {
            return ZoneId.of(place.text());
        } catch (DateTimeException unknown) {
            throw place.refuse(place.text(), "a time zone such as Europe/London");
        }
    }

    private static LocalTime time(JsonPlace place) {
        try {
            return LocalTime.parse(place.text());
        } catch (DateTimeException unreadable) {
            throw place.refuse(place.text(), "a time of day such as 07:30");
        }
    }
}
