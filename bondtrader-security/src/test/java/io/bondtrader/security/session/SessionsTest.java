package io.bondtrader.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import io.bondtrader.testdata.TimingLeak;
import io.bondtrader.testdata.TimingLeak.Pair;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Asvs({"7.2.1", "7.2.2", "7.5.2", "11.2.4"})
final class SessionsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final IpAddress HOME = IpAddress.parse("203.0.113.7");
    private static final AccountId MIA = AccountId.of("mia");
    private static final Principal PASSWORD =
            Principal.of(MIA, PersonId.of("p-1"), new FactorEvidence(Factor.PASSWORD, NOON));

    private final List<SecurityEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final InMemorySessions store = new InMemorySessions();
    private volatile Instant now = NOON;
    private volatile OptionalLong epoch = OptionalLong.of(3);
    private final Sessions sessions =
            Sessions.of(store, () -> now, new SecureRandom(), events::add).withEpochs(account -> epoch);

    @Test
    @Asvs("7.2.3")
    void aTokenOpensItsSessionAndPrintsNothing() {
        OpenSession open = open();

        Session session = sessions.check(open.token().reveal(), HOME).orElseThrow();

        assertThat(session.principal()).isEqualTo(PASSWORD);
        assertThat(open.token().reveal()).hasSize(43);
        assertThat(open.toString()).doesNotContain(open.token().reveal());
        assertThat(types()).containsExactly(SecurityEventType.SESSION_CREATED);
    }

    @Test
    @Attack("A25")
    @Asvs({"7.2.4"})
    void a25TheOldTokenIsDeadOnceTheUserProvesMore() {
        OpenSession open = open();
        Principal more = PASSWORD.with(new FactorEvidence(Factor.TIME_CODE, NOON));

        OpenSession renewed = sessions.renew(open.token().reveal(), more, HOME).orElseThrow();

        assertThat(renewed.token()).isNotEqualTo(open.token());
        assertThat(renewed.session().reference()).isEqualTo(open.session().reference());
        assertThat(sessions.check(open.token().reveal(), HOME)).isEmpty();
        assertThat(sessions.check(renewed.token().reveal(), HOME).orElseThrow().principal())
                .isEqualTo(more);
        assertThat(types())
                .containsExactly(
                        SecurityEventType.SESSION_CREATED,
                        SecurityEventType.SESSION_RENEWED,
                        SecurityEventType.SESSION_USE_AFTER_EXPIRE);
    }

    @Test
    @Attack("A25")
    @Asvs({"7.4.1"})
    void a25ACookieStolenBeforeSigningOutOpensNothingAfterwards() {
        OpenSession open = open();
        sessions.end(open.token().reveal(), HOME);
        sessions.end(open.token().reveal(), HOME);
        sessions.end("no token", HOME);

        assertThat(sessions.check(open.token().reveal(), IpAddress.parse("198.51.100.9")))
                .isEmpty();
        assertThat(types())
                .containsExactly(
                        SecurityEventType.SESSION_CREATED,
                        SecurityEventType.SESSION_EXPIRED,
                        SecurityEventType.SESSION_USE_AFTER_EXPIRE);
    }

    @Test
    @Attack("A25")
    @Asvs({"7.3.1", "7.3.2"})
    void a25SessionsEndByRestAndByAgeToTheMillisecond() {
        OpenSession resting = open();
        now = NOON.plus(Duration.ofMinutes(30)).minusMillis(1);
        assertThat(sessions.check(resting.token().reveal(), HOME)).isPresent();
        now = now.plus(Duration.ofMinutes(30)).minusMillis(1);
        assertThat(sessions.check(resting.token().reveal(), HOME)).isPresent();
        now = now.plus(Duration.ofMinutes(30));
        assertThat(sessions.check(resting.token().reveal(), HOME)).isEmpty();

        OpenSession busy = open();
        Instant start = now;
        Instant end = start.plus(Duration.ofHours(12));
        for (now = start; now.isBefore(end); now = now.plus(Duration.ofMinutes(7))) {
            assertThat(sessions.check(busy.token().reveal(), HOME)).isPresent();
        }
        now = end.minusMillis(1);
        assertThat(sessions.check(busy.token().reveal(), HOME)).isPresent();
        OpenSession renewed =
                sessions.renew(busy.token().reveal(), PASSWORD, HOME).orElseThrow();
        now = end;
        assertThat(sessions.check(renewed.token().reveal(), HOME)).isEmpty();
        assertThat(events.get(events.size() - 1).details()).containsEntry("reason", "absolute_limit");
        now = NOON;
        assertThat(sessions.check(renewed.token().reveal(), HOME))
                .as("a clock that falls back revives nothing")
                .isEmpty();
    }

    @Test
    @Attack("A25")
    void a25GuessesOpenNothingAndAreReportedWithoutTheGuess() {
        OpenSession open = open();
        String token = open.token().reveal();
        String turned = token.substring(0, 42) + (token.charAt(42) == 'A' ? 'E' : 'A');
        List<String> guesses = List.of(
                "",
                "A".repeat(43),
                turned,
                token + "=",
                " " + token,
                token.substring(1),
                otherSpelling(token),
                open.token().digest(),
                open.session().reference(),
                "x".repeat(1_000_000));
        for (String guess : guesses) {
            events.clear();
            assertThat(sessions.check(guess, HOME)).isEmpty();
            assertThat(types()).containsExactly(SecurityEventType.AUTHN_LOGIN_FAIL);
            assertThat(events.get(0).details().toString()).isEqualTo("{reason=no_such_session}");
        }
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            assertThat(all.add(open().token().reveal())).isTrue();
        }
    }

    @Test
    @Attack("A25")
    void a25TheStoreNeverSeesATokenAndCannotMisleadTheCheck() {
        OpenSession open = open();
        assertThat(store.find(open.token().reveal())).isEmpty();
        StoredSession kept = store.find(open.token().digest()).orElseThrow();
        assertThat(kept.toString()).doesNotContain(open.token().reveal());

        SessionStore careless = new SessionStore() {
            @Override
            public Optional<StoredSession> find(String digest) {
                return Optional.of(kept);
            }

            @Override
            public boolean compareAndSet(@Nullable StoredSession expected, StoredSession next) {
                return true;
            }

            @Override
            public List<StoredSession> ofAccount(AccountId account) {
                return List.of();
            }

            @Override
            public List<StoredSession> end(AccountId account, Which which) {
                return List.of();
            }
        };
        Sessions misled = Sessions.of(careless, () -> now, new SecureRandom(), events::add)
                .withEpochs(account -> epoch);
        assertThat(misled.check(open.token().reveal(), HOME)).isPresent();
        assertThat(misled.check(OpaqueToken.generate(new SecureRandom()).reveal(), HOME))
                .isEmpty();
    }

    @Test
    @Attack("A17")
    @Asvs({"7.4.2", "7.4.3", "7.4.5"})
    void a17SessionsEndWithTheAccountItsEpochOrByHand() {
        OpenSession open = open();
        epoch = OptionalLong.of(4);
        assertThat(sessions.check(open.token().reveal(), HOME)).isEmpty();

        OpenSession second = open();
        epoch = OptionalLong.empty();
        assertThat(sessions.check(second.token().reveal(), HOME)).isEmpty();
        assertThat(sessions.open(PASSWORD, HOME)).isEmpty();

        epoch = OptionalLong.of(4);
        OpenSession here = open();
        OpenSession there = open();
        assertThat(sessions.ofAccount(MIA)).containsExactlyInAnyOrder(here.session(), there.session());
        assertThat(sessions.revoke(MIA, new SessionStore.AllBut(here.session().reference()), "password_changed"))
                .isEqualTo(1);
        assertThat(sessions.check(there.token().reveal(), HOME)).isEmpty();
        assertThat(sessions.check(here.token().reveal(), HOME)).isPresent();
        assertThat(sessions.revoke(MIA, new SessionStore.All(), "administrator"))
                .isEqualTo(1);
        assertThat(sessions.ofAccount(MIA)).isEmpty();
    }

    @Test
    void noTokenIsRenewedForAnotherAccount() {
        OpenSession open = open();
        Principal noah = Principal.of(AccountId.of("noah"), PersonId.of("p-2"));

        assertThat(sessions.renew(open.token().reveal(), noah, HOME)).isEmpty();
        assertThat(sessions.check(open.token().reveal(), HOME)).isPresent();
        assertThat(sessions.renew("guess", PASSWORD, HOME)).isEmpty();
    }

    @Test
    @Attack("A65")
    void a65WhatCannotBeReportedIsNotOpened() {
        OpenSession open = open();
        Sessions unheard = Sessions.of(store, () -> now, new SecureRandom(), event -> {
                    throw new IllegalStateException("disk full");
                })
                .withEpochs(account -> epoch);

        assertThatThrownBy(() -> unheard.open(PASSWORD, HOME)).hasMessage("disk full");
        assertThatThrownBy(() -> unheard.renew(open.token().reveal(), PASSWORD, HOME))
                .hasMessage("disk full");
        assertThat(store.ofAccount(MIA)).hasSize(1);
        assertThat(sessions.check(open.token().reveal(), HOME)).isPresent();
        assertThatThrownBy(() -> unheard.revoke(MIA, new SessionStore.All(), "theft"))
                .hasMessage("disk full");
        assertThat(store.ofAccount(MIA))
                .as("an end does not wait for its record")
                .isEmpty();
    }

    @Test
    void epochsThatCannotBeAskedOpenNothing() {
        OpenSession open = open();
        Sessions asking = sessions.withEpochs(account -> {
            throw new IllegalStateException("directory down");
        });
        assertThatThrownBy(() -> asking.check(open.token().reveal(), HOME)).hasMessage("directory down");
    }

    @Test
    void usesAreNotedNowAndThenAndRacesLoseNone() {
        OpenSession open = open();
        now = NOON.plusSeconds(60);
        assertThat(sessions.check(open.token().reveal(), HOME).orElseThrow().lastUsedAt())
                .isEqualTo(NOON);
        Race.rounds(
                16,
                200,
                round -> {
                    now = NOON.plusSeconds(90L * (round + 1));
                    return thread -> sessions.check(open.token().reveal(), HOME).isPresent();
                },
                (round, winners) -> assertThat(winners).isEqualTo(16));
        assertThat(sessions.check(open.token().reveal(), HOME).orElseThrow().lastUsedAt())
                .isAfter(NOON.plusSeconds(90 * 199L));
    }

    @Test
    @Attack("A35")
    void a35ComparingDigestsTakesOneTime() {
        assertThat(TimingLeak.smallestT(20_000, 10, attempt -> almostRightDigests()))
                .isLessThan(TimingLeak.BAR);
    }

    private static Pair almostRightDigests() {
        String stored = OpaqueToken.generate(new SecureRandom()).digest();
        String first = (stored.charAt(0) == '0' ? '1' : '0') + stored.substring(1);
        String last = stored.substring(0, 63) + (stored.charAt(63) == '0' ? '1' : '0');
        return Pair.of(
                first.getBytes(StandardCharsets.US_ASCII),
                last.getBytes(StandardCharsets.US_ASCII),
                digest -> OpaqueToken.sameDigest(stored, new String(digest, StandardCharsets.US_ASCII)) ? 1 : 0);
    }

    @Test
    void limitsOutsideTheirBoundsAreRefused() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> new SessionLimits(Duration.ofSeconds(59), hour))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SessionLimits(Duration.ofHours(25), Duration.ofDays(2)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SessionLimits(hour, Duration.ofMinutes(59)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SessionLimits(hour, Duration.ofDays(31))).isInstanceOf(InvalidInput.class);
        assertThat(sessions.withLimits(new SessionLimits(hour, hour))).isNotNull();
    }

    /** The last character carries two bits too many; another one there spells the same bytes. */
    private static String otherSpelling(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char other = alphabet.charAt(alphabet.indexOf(token.charAt(42)) + 1);
        return String.format(Locale.ROOT, "%s%s", token.substring(0, 42), other);
    }

    private OpenSession open() {
        return sessions.open(PASSWORD, HOME).orElseThrow();
    }

    private List<SecurityEventType> types() {
        return events.stream().map(SecurityEvent::type).toList();
    }
}
