package io.bondtrader.security.event.detect;

import static io.bondtrader.security.event.detect.Stream.LONDON;
import static io.bondtrader.security.event.detect.Stream.NEW_YORK;
import static io.bondtrader.security.event.detect.Stream.SINGAPORE;
import static io.bondtrader.security.event.detect.Stream.START;
import static io.bondtrader.security.event.detect.Stream.ZURICH;
import static io.bondtrader.security.event.detect.Stream.event;
import static io.bondtrader.security.event.detect.Stream.in;
import static io.bondtrader.security.event.detect.Stream.minutes;
import static io.bondtrader.security.event.detect.Stream.version4;
import static io.bondtrader.security.event.detect.Stream.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.Severity;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.network.CidrRange;
import io.bondtrader.security.network.GeoLocation;
import io.bondtrader.security.network.GeoResolver;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each attack is found at its threshold, and what merely looks like it is not. */
final class DetectorsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Stream travel() {
        return new Stream(ImpossibleTravel.of(Stream.places(), TravelRule.standard()));
    }

    @Test
    void nobodyIsInZurichAndNewYorkWithinSixHours() {
        Stream stream = travel();

        stream.report(in("mia", ZURICH, minutes(0)));
        stream.report(in("mia", NEW_YORK, minutes(6 * 60)));

        assertThat(stream.keys()).containsExactly("impossible-travel account mia");
        assertThat(stream.alerts.get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(stream.alerts.get(0).context())
                .containsEntry("before", "192.0.2.10 CH")
                .containsEntry("now", "203.0.113.30 US")
                .containsEntry("minutes", "360")
                .containsEntry("recorded", "true");
        assertThat(stream.recorded)
                .extracting(event -> event.type())
                .containsExactly(
                        SecurityEventType.AUTHN_LOGIN_SUCCESS,
                        SecurityEventType.AUTHN_LOGIN_SUCCESS,
                        SecurityEventType.AUTHN_IMPOSSIBLE_TRAVEL);
    }

    @Test
    void sevenHoursAreAFlight() {
        Stream stream = travel();

        stream.report(in("mia", ZURICH, minutes(0)));
        stream.report(in("mia", NEW_YORK, minutes(7 * 60 + 10)));
        stream.report(in("ben", SINGAPORE, minutes(1)));

        assertThat(stream.alerts).isEmpty();
    }

    @Test
    void twoPlacesAtOneInstantAreImpossibleInWhateverOrderTheyAreReported() {
        Stream stream = travel();

        stream.report(in("mia", SINGAPORE, minutes(5)));
        stream.report(in("mia", ZURICH, minutes(5)));
        stream.report(in("ben", SINGAPORE, minutes(50)));
        stream.report(in("ben", ZURICH, minutes(20)));

        assertThat(stream.keys()).containsExactly("impossible-travel account mia", "impossible-travel account ben");
        assertThat(stream.alerts.get(1).context())
                .containsEntry("minutes", "30")
                .containsEntry("anonymous", "true");
    }

    @Test
    void aLateReportDoesNotReplaceTheLaterPlace() {
        Stream stream = travel();

        stream.report(in("mia", ZURICH, minutes(24 * 60)));
        stream.report(in("mia", NEW_YORK, minutes(0)));
        assertThat(stream.alerts).isEmpty();
        stream.report(in("mia", NEW_YORK, minutes(24 * 60 + 2)));

        assertThat(stream.alerts).hasSize(1);
    }

    @Test
    void neighbouringTownsAndTrustedNetworksAndUnknownPlacesSayNothing() {
        IpAddress gateway = IpAddress.parse("10.1.2.3");
        IpAddress bern = IpAddress.parse("192.0.2.99");
        IpAddress somewhere = IpAddress.parse("192.0.2.77");
        GeoResolver resolver = Stream.resolver(
                START,
                Map.of(
                        ZURICH, Stream.PLACES.get(ZURICH),
                        bern, new GeoLocation("CH", 46.95, 7.44, false),
                        gateway, Stream.PLACES.get(NEW_YORK),
                        somewhere, GeoLocation.ofCountry("AU")));
        Stream stream = new Stream(
                ImpossibleTravel.of(resolver, TravelRule.standard().trusting(Set.of(CidrRange.parse("10.0.0.0/8")))));

        stream.report(in("mia", ZURICH, minutes(0)));
        stream.report(in("mia", bern, minutes(0)));
        stream.report(in("mia", gateway, minutes(1)));
        stream.report(in("mia", somewhere, minutes(2)));
        stream.report(in("mia", LONDON, minutes(3)));
        stream.report(in("mia", ZURICH, minutes(4)));
        stream.report(wrong("mia", gateway, minutes(5)));

        assertThat(stream.alerts).isEmpty();
    }

    @Test
    @Attack("A59")
    void a59AnOldDatabaseOfPlacesIsAnEventAndTravelIsStillSeen() {
        GeoResolver old = Stream.resolver(START.minus(Duration.ofDays(31)), Stream.PLACES);
        Stream stream = new Stream(ImpossibleTravel.of(old, TravelRule.standard()));

        stream.report(in("mia", ZURICH, minutes(0)));
        stream.report(in("mia", NEW_YORK, minutes(1)));

        assertThat(stream.keys())
                .containsExactly("impossible-travel database of places", "impossible-travel account mia");
        assertThat(stream.recorded)
                .filteredOn(event -> event.type() == SecurityEventType.SYS_MONITOR_DISABLED)
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("state", "outdated"));
    }

    @Test
    @Attack("A59")
    void a59ADatabaseOfPlacesThatFailsIsAnEventAndSeesAgainWhenItIsBack() {
        boolean[] down = {true};
        GeoResolver sometimes = new GeoResolver() {
            @Override
            public Optional<GeoLocation> locate(IpAddress address) {
                if (down[0]) {
                    throw new IllegalStateException("no database");
                }
                return Optional.ofNullable(Stream.PLACES.get(address));
            }

            @Override
            public Instant builtAt() {
                return START;
            }
        };
        Stream stream = new Stream(ImpossibleTravel.of(sometimes, TravelRule.standard()));

        stream.report(in("mia", ZURICH, minutes(0)));
        down[0] = false;
        stream.report(in("mia", ZURICH, minutes(1)));
        stream.report(in("mia", NEW_YORK, minutes(2)));

        assertThat(stream.alerts).extracting(Alert::message).anyMatch(message -> message.contains("is failing"));
        assertThat(stream.keys()).contains("impossible-travel account mia");
    }

    @Test
    @Attack("A36")
    void a36OnePasswordOnManyAccountsOfOneAddressIsSeenAtTheTenth() {
        Stream stream = new Stream(PasswordSpraying.standard());

        for (int i = 0; i < 9; i++) {
            stream.report(wrong("user" + i, LONDON, minutes(i)));
            stream.report(wrong("user" + i, LONDON, minutes(i)));
        }
        assertThat(stream.alerts).isEmpty();

        stream.report(wrong("user9", LONDON, minutes(10)));
        assertThat(stream.keys()).containsExactly("password-spraying address 198.51.100.20");
        assertThat(stream.alerts.get(0).context()).containsEntry("accounts", "at least 10");
    }

    @Test
    @Attack("A36")
    void a36SprayingFromTheAddressesOfOneNetworkIsSeen() {
        Stream stream = new Stream(PasswordSpraying.standard());

        for (int i = 0; i < 25; i++) {
            stream.report(wrong("user" + i, version4(100, i), minutes(i)));
        }
        for (int i = 0; i < 10; i++) {
            IpAddress ofOneSubscriber = IpAddress.parse("2001:db8:0:7::" + Integer.toHexString(i + 1));
            stream.report(wrong("person" + i, ofOneSubscriber, minutes(i)));
        }

        assertThat(stream.keys())
                .containsExactly("password-spraying network 100.0.0.0/24", "password-spraying address 2001:db8:0:7::");
    }

    @Test
    @Attack("A36")
    void a36WhoSignsInFromASprayingAddressIsNamed() {
        Stream stream = new Stream(PasswordSpraying.standard());

        for (int i = 0; i < 12; i++) {
            stream.report(wrong("user" + i, LONDON, minutes(i)));
        }
        stream.report(in("user99", LONDON, minutes(13)));
        stream.report(in("user98", ZURICH, minutes(13)));

        assertThat(stream.keys())
                .containsExactly("password-spraying address 198.51.100.20", "password-spraying account user99");
    }

    @Test
    @Attack("A36")
    void a36LoginNamesThatNobodyHasCountAndTheAttackersOwnAccountTakesBackFew() {
        Stream stream = new Stream(PasswordSpraying.standard());

        for (int i = 0; i < 10; i++) {
            stream.report(wrong(i % 2 == 0 ? null : "user" + i, LONDON, minutes(2L * i)));
            if (i == 4) {
                stream.report(in("mallory", LONDON, minutes(2L * i)));
            }
        }
        assertThat(stream.alerts).isEmpty();

        stream.report(wrong(null, LONDON, minutes(20)));
        assertThat(stream.alerts).hasSize(1);
    }

    @Test
    void anOfficeWhoseUsersMistypeAndSignInIsNoSprayer() {
        Stream stream = new Stream(PasswordSpraying.standard(), CredentialStuffing.standard());

        for (int i = 0; i < 300; i++) {
            Duration at = Duration.ofSeconds(10L * i);
            stream.report(wrong(i % 3 == 0 ? null : "user" + i, ZURICH, at));
            stream.report(in("user" + i, ZURICH, at.plusSeconds(5)));
        }

        assertThat(stream.alerts).isEmpty();
    }

    @Test
    void sprayingSlowerThanTheWindowAndExpiredSessionsAreNotCounted() {
        Stream stream = new Stream(PasswordSpraying.standard(), CredentialStuffing.standard());

        for (int i = 0; i < 100; i++) {
            stream.report(wrong("user" + i, LONDON, minutes(7L * i)));
            stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, "robot" + i, version4(100, i << 8), minutes(7L * i))
                    .about("refresh family " + i)
                    .with("reason", "EXPIRED"));
        }

        assertThat(stream.alerts).isEmpty();
    }

    @Test
    @Attack("A36")
    void a36AStolenListTriedFromManyNetworksIsSeenThoughEachDoesLittle() {
        Stream stream = new Stream(CredentialStuffing.standard(), PasswordSpraying.standard());

        for (int i = 0; i < 49; i++) {
            stream.report(wrong(i % 4 == 0 ? null : "user" + i, version4(100, i << 8), Duration.ofSeconds(10L * i)));
        }
        assertThat(stream.alerts).isEmpty();

        stream.report(wrong("user49", version4(100, 49 << 8), Duration.ofSeconds(490)));
        assertThat(stream.keys()).containsExactly("credential-stuffing everywhere");
    }

    @Test
    void manyAccountsOfFewNetworksAreNotStuffing() {
        Stream stream = new Stream(CredentialStuffing.standard());

        for (int i = 0; i < 500; i++) {
            stream.report(wrong("user" + i, version4(100, (i % 19) << 8), Duration.ofSeconds(i)));
        }

        assertThat(stream.alerts).isEmpty();
    }

    @Test
    @Attack("A36")
    void a36GuessesOnOneAccountFromManyNetworksAddUpAndASuccessTakesNothingBack() {
        Stream stream = new Stream(BruteForce.standard());

        for (int i = 0; i < 19; i++) {
            stream.report(wrong("mia", version4(100, i << 8), minutes(i)));
        }
        stream.report(in("mia", ZURICH, minutes(19)));
        assertThat(stream.alerts).isEmpty();

        stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL_MAX, "mia", LONDON, minutes(20))
                .about("password")
                .with("reason", "limit_account"));
        assertThat(stream.keys()).containsExactly("brute-force account mia");
    }

    @Test
    void whatIsTurnedAwayBecauseOfOthersIsNoGuessOnTheAccount() {
        Stream stream = new Stream(BruteForce.standard());

        for (int i = 0; i < 50; i++) {
            stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL_MAX, "mia", LONDON, minutes(0))
                    .about("password")
                    .with("reason", "limit_everywhere"));
            stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, "mia", LONDON, minutes(0))
                    .about("refresh family 7")
                    .with("reason", "EXPIRED"));
            stream.report(wrong("ben", LONDON, minutes(4L * i)));
        }

        assertThat(stream.alerts).isEmpty();
    }

    @Test
    void codesOfFactorsAreGuessesToo() {
        Stream stream = new Stream(BruteForce.of(5, HOUR));

        stream.report(wrong("mia", LONDON, minutes(0)));
        stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, "mia", LONDON, minutes(0))
                .about("factor:7"));
        stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, "mia", LONDON, minutes(0))
                .about("backup_codes"));
        stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, "mia", LONDON, minutes(0))
                .about("hardware_token"));
        stream.report(event(SecurityEventType.AUTHN_LOGIN_LOCK, "mia", LONDON, minutes(60))
                .about("factor:7"));

        assertThat(stream.keys()).containsExactly("brute-force account mia");
    }

    @Test
    void oneObjectAfterTheOtherIsEnumerationAndOneObjectManyTimesIsNot() {
        Stream stream = new Stream(Enumeration.ofObjects());

        for (int i = 0; i < 20; i++) {
            stream.report(event(SecurityEventType.AUTHZ_FAIL, "ben", ZURICH, minutes(0))
                    .about("order:7"));
            SecurityEventType type =
                    i % 2 == 0 ? SecurityEventType.MALICIOUS_DIRECT_REFERENCE : SecurityEventType.AUTHZ_FAIL;
            stream.report(event(type, "mia", ZURICH, Duration.ofSeconds(i)).about("order:" + i));
            stream.report(event(SecurityEventType.MALICIOUS_EXCESS_404, null, LONDON, Duration.ofSeconds(i))
                    .about("/" + "long".repeat(100) + i));
        }

        assertThat(stream.keys())
                .containsExactly("object-enumeration account mia", "object-enumeration address 198.51.100.20");
        assertThat(stream.alerts.get(0).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void secretsAndApiKeysTriedOneAfterTheOtherAreSeenAndAnOutageIsNot() {
        Stream stream = new Stream(Enumeration.ofSecrets(), Enumeration.ofApiKeys());

        for (int i = 0; i < 10; i++) {
            stream.report(event(SecurityEventType.SENSITIVE_READ_FAIL, "ben", ZURICH, minutes(i))
                    .about("secret" + i)
                    .with("failed", "store is down"));
            stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, null, ZURICH, minutes(0))
                    .about("key-of-a-robot")
                    .with("factor", "API_KEY"));
        }
        assertThat(stream.alerts).isEmpty();

        for (int i = 0; i < 10; i++) {
            stream.report(event(SecurityEventType.SENSITIVE_READ_FAIL, "mia", ZURICH, minutes(i))
                    .about("secret" + i)
                    .with("refused", "no rule"));
            stream.report(event(SecurityEventType.AUTHN_LOGIN_FAIL, null, LONDON, Duration.ofSeconds(i))
                    .about("key" + i)
                    .with("factor", "API_KEY"));
        }
        assertThat(stream.keys())
                .containsExactly("secret-probing account mia", "api-key-probing address 198.51.100.20");
    }

    @Test
    void thresholdsAndWindowsAreChecked() {
        assertThatThrownBy(() -> PasswordSpraying.of(1, 5, HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PasswordSpraying.of(10, 5, HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CredentialStuffing.of(5, 0, HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BruteForce.of(20_000, HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BruteForce.of(20, Duration.ZERO)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BruteForce.of(20, Duration.ofDays(8))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Enumeration.of(" ", event -> true, 5, HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ImpossibleTravel.of(Stream.places(), TravelRule.standard(), 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TravelRule(Double.NaN, 1, Set.of(), HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TravelRule(900, -1, Set.of(), HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TravelRule(900, 1, Set.of(), Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
    }
}
