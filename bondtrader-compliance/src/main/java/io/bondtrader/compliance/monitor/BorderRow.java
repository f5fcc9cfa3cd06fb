package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What counts between one country and another. An empty set stands for all. Immutable.
 *
 * @param id its name
 * @param booking countries in which the trade is booked
 * @param client countries in which the party is
 * @param regimes regimes of the bond, one of which it must have: {@link BondFacts#regimes}
 * @param venues market identifier codes
 * @param unless the row does not bind a party of this status; {@code null} if it binds all
 * @param effect what it wants
 * @param citation by which law
 * @param reason why
 */
public record BorderRow(
        String id,
        Set<String> booking,
        Set<String> client,
        Set<String> regimes,
        Set<String> venues,
        @Nullable PartyStatus unless,
        Effect effect,
        Citation citation,
        String reason) {

    /**
     * Checks the countries and copies the sets.
     *
     * @throws InvalidInput if id or reason is blank or a country has not two capital letters
     */
    public BorderRow {
        InvalidInput.unless(!id.isBlank(), "id", id, "not blank");
        InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(citation, "citation");
        booking = Set.copyOf(booking);
        client = Set.copyOf(client);
        regimes = Set.copyOf(regimes);
        venues = Set.copyOf(venues);
        booking.forEach(TradeParty::requireCountry);
        client.forEach(TradeParty::requireCountry);
    }

    boolean matches(MonitoredTrade trade, BondFacts bond) {
        return among(booking, trade.bookingCountry())
                && among(client, trade.party().country())
                && among(venues, trade.venue().value())
                && (regimes.isEmpty() || bond.regimes().stream().anyMatch(regimes::contains))
                && (unless == null || !trade.party().statuses().contains(unless));
    }

    private static boolean among(Set<String> set, String value) {
        return set.isEmpty() || set.contains(value);
    }

    Map<String, Object> toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", id);
        members.put("booking", new TreeSet<>(booking));
        members.put("client", new TreeSet<>(client));
        members.put("regimes", new TreeSet<>(regimes));
        members.put("venues", new TreeSet<>(venues));
        members.put("unless", unless);
        members.put("effect", effect);
        members.put("citation", citation.toString());
        members.put("reason", reason);
        return members;
    }
}
