package io.bondtrader.security.access.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Attribute;
import io.bondtrader.security.access.request.BoundEvidence;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions look at time, place, proofs and amounts. */
final class ConditionTest {

    private static final Attribute<BigDecimal> SIZE = Attribute.number("size");

    private record Given(AccessRequest request, Instant now, Set<String> roles) implements Facts {
        @Override
        public <T> T attribute(Attribute<T> attribute) {
            return request.attribute(attribute).orElseThrow(() -> new MissingAttribute(attribute.name()));
        }
    }

    private static Given at(String instant) {
        Principal mia = Principal.of(
                AccountId.of("mia"),
                PersonId.of("mia"),
                new FactorEvidence(Factor.TIME_CODE, Instant.parse("2026-03-02T12:00:00Z")));
        return new Given(
                AccessRequest.of(mia, Desk.READ_ORDER, ResourceRef.of(Desk.ORDER, "1")),
                Instant.parse(instant),
                Set.of("trader", "read-only"));
    }

    private static Given sized(String size) {
        Given given = at("2026-03-02T12:00:00Z");
        return new Given(given.request.with(SIZE, new BigDecimal(size)), given.now, given.roles);
    }

    // 2 March 2026 is a Monday; London is at UTC.
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T06:59:59.999999999Z, false",
        "2026-03-02T07:00:00Z, true",
        "2026-03-02T17:59:59.999999999Z, true",
        "2026-03-02T18:00:00Z, false",
        "2026-03-01T12:00:00Z, false",
        "2026-07-06T06:00:00Z, true"
    })
    void officeHoursAreThoseOfTheirZone(String instant, boolean holds) {
        Condition hours = Condition.weekdays(ZoneId.of("Europe/London"), LocalTime.of(7, 0), LocalTime.of(18, 0));

        assertThat(hours.holds(at(instant))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T21:59:59Z, false",
        "2026-03-02T22:00:00Z, true",
        "2026-03-03T05:59:59Z, true",
        "2026-03-03T06:00:00Z, false",
        "2026-03-07T03:00:00Z, true",
        "2026-03-07T23:00:00Z, false",
        "2026-03-02T03:00:00Z, false"
    })
    void aNightBelongsToTheDayOnWhichItBegins(String instant, boolean holds) {
        Condition night = Condition.weekdays(ZoneId.of("UTC"), LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertThat(night.holds(at(instant))).isEqualTo(holds);
    }

    @Test
    void aProofIsFreshUpToItsAgeAndNotFromTheFuture() {
        Condition fresh = new Condition.ProvedWithin(new TreeSet<>(Set.of(Factor.TIME_CODE)), Duration.ofMinutes(5));

        assertThat(fresh.holds(at("2026-03-02T12:05:00Z"))).isTrue();
        assertThat(fresh.holds(at("2026-03-02T12:05:00.000000001Z"))).isFalse();
        assertThat(fresh.holds(at("2026-03-02T11:59:59Z"))).isFalse();
    }

    @Test
    void aSourceIsInItsNetworkAndNoSourceIsInNone() {
        Condition inside = new Condition.SourceIn(
                List.of(SourceNetwork.parse("10.1.0.0/16"), SourceNetwork.parse("2001:db8::/32")));
        Given given = at("2026-03-02T12:00:00Z");

        for (String address : List.of("10.1.255.255", "2001:db8:1::1", "::ffff:10.1.0.1")) {
            assertThat(inside.holds(new Given(given.request.from(IpAddress.parse(address)), given.now, given.roles)))
                    .isTrue();
        }
        for (String address : List.of("10.2.0.0", "2001:db9::1", "::a01:1")) {
            assertThat(inside.holds(new Given(given.request.from(IpAddress.parse(address)), given.now, given.roles)))
                    .isFalse();
        }
        assertThat(inside.holds(given)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.0.0",
                "10.1.0.0/",
                "10.1.0.0/33",
                "10.1.0.1/16",
                "10.1.0.0/016",
                "/8",
                "x/8",
                "10.1.0.0/-1",
                "2001:db8::/129",
                "10.1.0.0/8/8"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> SourceNetwork.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anAmountIsAboveItsBoundByItsSize() {
        Condition above = Condition.above(SIZE, "1000000");

        assertThat(above.holds(sized("1000000.00"))).isFalse();
        assertThat(above.holds(sized("1000000.01"))).isTrue();
        assertThat(above.holds(sized("-1000000.01"))).isTrue();
        assertThat(above.holds(sized("-1000000"))).isFalse();
        assertThatThrownBy(() -> above.holds(at("2026-03-02T12:00:00Z"))).isInstanceOf(MissingAttribute.class);
        Condition never = new Condition.Not(Condition.always());
        assertThatThrownBy(() -> Condition.all(never, above).holds(at("2026-03-02T12:00:00Z")))
                .isInstanceOf(MissingAttribute.class);
        assertThatThrownBy(() -> Condition.above(SIZE, "-1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Condition.above(SIZE, "ten")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void authorityIsTheLargestOfTheRolesHeldAndNoneWithoutOne() {
        Condition beyond = new Condition.AboveAuthority(
                SIZE,
                new TreeMap<>(Map.of(
                        "trader",
                        new BigDecimal("50"),
                        "read-only",
                        new BigDecimal("5"),
                        "chief",
                        new BigDecimal("900"))));

        assertThat(beyond.holds(sized("50"))).isFalse();
        assertThat(beyond.holds(sized("-50.01"))).isTrue();
        assertThat(beyond.holds(new Given(sized("1").request, sized("1").now, Set.of("admin"))))
                .isTrue();
        assertThat(beyond.holds(new Given(sized("0").request, sized("0").now, Set.of())))
                .isTrue();
    }

    @Test
    void numbersThatWouldExplodeAreRefusedBeforeAnybodyCountsWithThem() {
        for (String bomb : List.of("1e999999999", "1e-999999999", "1".repeat(41))) {
            assertThatThrownBy(() -> sized(bomb)).isInstanceOf(InvalidInput.class);
        }
        AccessRequest request = at("2026-03-02T12:00:00Z").request;
        assertThatThrownBy(() -> request.with(SIZE, BigDecimal.ONE).with(SIZE, BigDecimal.TEN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> request.with(Attribute.text("note"), "x".repeat(257)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new BoundEvidence(Factor.TIME_CODE, Instant.EPOCH, "x"))
                .isInstanceOf(InvalidInput.class);
    }
}
