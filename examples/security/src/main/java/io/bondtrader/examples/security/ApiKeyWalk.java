package io.bondtrader.examples.security;

import io.bondtrader.security.apikey.ApiKeyVerdict;
import io.bondtrader.security.apikey.ApiKeys;
import io.bondtrader.security.apikey.InMemoryApiKeys;
import io.bondtrader.security.apikey.IssuedApiKey;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The key of a program, from its issue to its end. */
final class ApiKeyWalk {

    private static final AccountId ADMIN = AccountId.of("ann");
    private static final IpAddress SERVER = IpAddress.parse("203.0.113.40");

    private final House house;
    private final Transcript transcript;
    private final ApiKeys keys;

    ApiKeyWalk(House house, Transcript transcript) {
        this.house = house;
        this.transcript = transcript;
        this.keys = ApiKeys.builder(new InMemoryApiKeys(), "bt", "live")
                .clock(house.clock)
                .random(house.random)
                .events(house.trail)
                .build();
    }

    void run() {
        transcript.step("An API key");
        IssuedApiKey issued = keys.issue(
                AccountId.of("risk-report"), PersonId.of("person-tom"), Set.of("positions:read"), false, ADMIN);
        String id = issued.record().id();
        String first = house.handOut(issued.text());
        house.trail.call(id, "key of risk-report");
        boolean reads = keys.check(first, SERVER) instanceof ApiKeyVerdict.Accepted accepted
                && accepted.allows("positions:read")
                && !accepted.allows("orders:enter");
        transcript.allowed("ann issues one to the risk report", reads, "it reads positions, and enters no order");
        transcript.attack("A38", "one character of it changed", () -> {
            char last = first.charAt(40) == 'A' ? 'B' : 'A';
            return refused(first.substring(0, 40) + last + first.substring(41));
        });
        transcript.attack(
                "A38",
                "it stands in the address of a request",
                () -> keys.leaked("GET /positions?key=" + first, SERVER)
                        .map(found -> "found, reported, and the request refused"));
        String second = house.handOut(keys.rotate(id, ADMIN).text());
        transcript.allowed(
                "ann rotates it",
                refused(first).isEmpty() && refused(second).isEmpty(),
                "old and new work beside each other");
        transcript.attack("A38", "the old one, eight days later", () -> {
            house.clock.pass(Duration.ofDays(8));
            return refused(first);
        });
        keys.revoke(id, ADMIN, "the report is no more");
        transcript.attack("A38", "the new one, after ann revoked it", () -> refused(second));
    }

    private Optional<String> refused(String text) {
        return keys.check(text, SERVER) instanceof ApiKeyVerdict.Refused not
                ? Optional.of(not.reason().name())
                : Optional.empty();
    }
}
