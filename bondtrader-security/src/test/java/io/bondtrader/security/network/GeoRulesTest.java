package io.bondtrader.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.GeoResolverContract;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GeoRulesTest extends GeoResolverContract {

    private static final Instant BUILT = Instant.parse("2026-03-01T00:00:00Z");
    private static final IpAddress SWISS = IpAddress.parse("192.0.2.1");
    private static final IpAddress HIDDEN = IpAddress.parse("198.51.100.1");
    private static final IpAddress ELSEWHERE = IpAddress.parse("203.0.113.1");
    private static final IpAddress NOWHERE = IpAddress.parse("2001:db8::1");

    private Instant now = BUILT.plus(Duration.ofDays(3));

    private final GeoResolver table = new GeoResolver() {
        private final CidrMap<GeoLocation> places = CidrMap.of(Map.of(
                CidrRange.parse("192.0.2.0/24"), GeoLocation.ofCountry("CH"),
                CidrRange.parse("198.51.100.0/24"), new GeoLocation("CH", 47.4, 8.5, true),
                CidrRange.parse("203.0.113.0/24"), GeoLocation.ofCountry("KP")));

        @Override
        public Optional<GeoLocation> locate(IpAddress address) {
            return places.find(address);
        }

        @Override
        public Instant builtAt() {
            return BUILT;
        }
    };

    @Override
    protected GeoResolver resolver() {
        return table;
    }

    @Override
    protected IpAddress known() {
        return SWISS;
    }

    @Override
    protected String country() {
        return "CH";
    }

    @Override
    protected IpAddress unknown() {
        return NOWHERE;
    }

    @Test
    void countriesAreLetInOrKeptOut() {
        GeoRules allowing =
                GeoRules.allowing(table, () -> now, Set.of("CH", "DE")).build();
        assertThat(allowing.decide(SWISS)).isEqualTo(new GeoRules.Decision(GeoRules.Outcome.ALLOW, "country", "CH"));
        assertThat(allowing.decide(ELSEWHERE).outcome()).isEqualTo(GeoRules.Outcome.DENY);

        GeoRules blocking = GeoRules.blocking(table, () -> now, Set.of("KP")).build();
        assertThat(blocking.decide(SWISS).outcome()).isEqualTo(GeoRules.Outcome.ALLOW);
        assertThat(blocking.decide(ELSEWHERE).outcome()).isEqualTo(GeoRules.Outcome.DENY);
    }

    @Attack("A59")
    @Test
    void a59UnknownHiddenAndOutdatedPlacesAreDecidedByPolicy() {
        GeoRules strict = GeoRules.allowing(table, () -> now, Set.of("CH")).build();
        assertThat(strict.decide(NOWHERE)).isEqualTo(new GeoRules.Decision(GeoRules.Outcome.DENY, "unknown", ""));
        assertThat(strict.decide(HIDDEN)).isEqualTo(new GeoRules.Decision(GeoRules.Outcome.DENY, "anonymous", "CH"));

        GeoRules lenient = GeoRules.allowing(table, () -> now, Set.of("CH"))
                .unknown(GeoRules.Outcome.STEP_UP)
                .anonymous(GeoRules.Outcome.STEP_UP)
                .outdated(Duration.ofDays(10), GeoRules.Outcome.STEP_UP)
                .build();
        assertThat(lenient.decide(NOWHERE).outcome()).isEqualTo(GeoRules.Outcome.STEP_UP);
        assertThat(lenient.decide(HIDDEN).outcome()).isEqualTo(GeoRules.Outcome.STEP_UP);
        assertThat(lenient.decide(SWISS).outcome()).isEqualTo(GeoRules.Outcome.ALLOW);
        now = BUILT.plus(Duration.ofDays(10));
        assertThat(lenient.decide(SWISS).outcome()).isEqualTo(GeoRules.Outcome.ALLOW);
        now = now.plusMillis(1);
        assertThat(lenient.decide(SWISS)).isEqualTo(new GeoRules.Decision(GeoRules.Outcome.STEP_UP, "outdated", "CH"));
        assertThat(lenient.decide(ELSEWHERE).outcome())
                .as("the stricter counts")
                .isEqualTo(GeoRules.Outcome.DENY);
    }

    @Attack({"A47", "A59"})
    @Test
    void a59AResolverThatFailsKnowsNothing() {
        GeoResolver broken = new GeoResolver() {
            @Override
            public Optional<GeoLocation> locate(IpAddress address) {
                throw new IllegalStateException("mapped file is gone");
            }

            @Override
            public Instant builtAt() {
                return BUILT;
            }
        };
        assertThat(GeoRules.blocking(broken, () -> now, Set.of("KP")).build().decide(SWISS))
                .isEqualTo(new GeoRules.Decision(GeoRules.Outcome.DENY, "unknown", ""));
    }

    /** Zurich to Sydney by the WGS-84 ellipsoid is 16,567 km; a sphere is within half a percent. */
    @Test
    void distancesAreAlongTheSurface() {
        GeoLocation zurich = new GeoLocation("CH", 47.3769, 8.5417, false);
        GeoLocation sydney = new GeoLocation("AU", -33.8688, 151.2093, false);

        assertThat(zurich.kilometresTo(sydney).orElseThrow()).isBetween(16_480.0, 16_650.0);
        assertThat(zurich.kilometresTo(zurich).orElseThrow()).isZero();
        assertThat(zurich.kilometresTo(GeoLocation.ofCountry("AU"))).isEmpty();
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> GeoLocation.ofCountry("ch")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> GeoLocation.ofCountry("CHE")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new GeoLocation("CH", 91.0, 0.0, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new GeoLocation("CH", 0.0, Double.NaN, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new GeoLocation("CH", 1.0, null, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> GeoRules.allowing(table, () -> now, Set.of("Schweiz")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> GeoRules.allowing(table, () -> now, Set.of("CH"))
                        .outdated(Duration.ZERO, GeoRules.Outcome.DENY))
                .isInstanceOf(InvalidInput.class);
    }
}
