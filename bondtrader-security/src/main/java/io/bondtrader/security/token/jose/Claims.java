package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that somebody signed. A claim of another kind than asked for is refused and not taken for absent: what was
 * said unreadably was not left unsaid.
 *
 * <p>Immutable. Prints the names alone.
 */
public final class Claims {

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private final Map<String, Object> members;

    Claims(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Says whether there is a claim of a name.
     *
     * @param name of the claim
     * @return whether there is one, of any kind
     */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** {@return the names, in the order of the text} */
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /**
     * Returns a text.
     *
     * @param name of the claim
     * @return the text, or nothing if there is no such claim
     * @throws InvalidInput if it is something else
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(textOrNull(name));
    }

    /**
     * Returns texts: those of an array, or a single one.
     *
     * @param name of the claim
     * @return the texts, empty if there is no such claim
     * @throws InvalidInput if it is something else
     */
    public List<String> texts(String name) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String one) {
            return List.of(one);
        }
        if (!(value instanceof List<?> several)) {
            throw wrongKind(name, "a text or an array of texts");
        }
        List<String> texts = new ArrayList<>(several.size());
        for (Object element : several) {
            if (!(element instanceof String text)) {
                throw wrongKind(name, "a text or an array of texts");
            }
            texts.add(text);
        }
        return Collections.unmodifiableList(texts);
    }

    /**
     * Returns a whole number.
     *
     * @param name of the claim
     * @return the number, or nothing if there is no such claim
     * @throws InvalidInput if it is something else
     */
    public OptionalLong whole(String name) {
        Object value = members.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Long number) {
            return OptionalLong.of(number);
        }
        throw wrongKind(name, "a whole number");
    }

    /**
     * Returns a number.
     *
     * @param name of the claim
     * @return the number, or nothing if there is no such claim
     * @throws InvalidInput if it is something else
     */
    public Optional<BigDecimal> number(String name) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Long number) {
            return Optional.of(BigDecimal.valueOf(number));
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        throw wrongKind(name, "a number");
    }

    /**
     * Returns a time, written in seconds since 1970 (RFC 7519, section 2, NumericDate).
     *
     * @param name of the claim
     * @return the time, or nothing if there is no such claim
     * @throws InvalidInput if it is something else, before 1970 or after the year 9999
     */
    public Optional<Instant> time(String name) {
        return Optional.ofNullable(timeOrNull(name));
    }

    /**
     * Returns yes or no.
     *
     * @param name of the claim
     * @return the flag, or nothing if there is no such claim
     * @throws InvalidInput if it is something else
     */
    public Optional<Boolean> flag(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        throw wrongKind(name, "true or false");
    }

    /**
     * Returns an object.
     *
     * @param name of the claim
     * @return the object, or nothing if there is no such claim
     * @throws InvalidInput if it is something else
     */
    public Optional<Claims> object(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof Claims) {
            return Optional.ofNullable((Claims) value);
        }
        throw wrongKind(name, "an object");
    }

    @Nullable
    String textOrNull(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrongKind(name, "a text");
    }

    @Nullable
    Object raw(String name) {
        return members.get(name);
    }

    private @Nullable Instant timeOrNull(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Long seconds && seconds >= 0 && seconds <= LATEST) {
            return Instant.ofEpochSecond(seconds);
        }
        if (value instanceof BigDecimal fraction
                && fraction.signum() >= 0
                && fraction.compareTo(BigDecimal.valueOf(LATEST)) <= 0) {
            long seconds = fraction.longValue();
            BigDecimal rest = fraction.subtract(BigDecimal.valueOf(seconds));
            return Instant.ofEpochSecond(seconds, rest.movePointRight(9).longValue());
        }
        throw wrongKind(name, "a number of seconds since 1970, before the year 10000");
    }

    /** The value stays out of the message: it may be personal. */
    private static InvalidInput wrongKind(String name, String rule) {
        return new InvalidInput("claim " + name, "something else", rule);
    }

    @Override
    public String toString() {
        return "Claims" + members.keySet();
    }
}
