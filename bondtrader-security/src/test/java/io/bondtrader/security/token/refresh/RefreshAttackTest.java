package io.bondtrader.security.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.TokenContext;
import io.bondtrader.security.token.refresh.RefreshOutcome.Reason;
import io.bondtrader.security.token.refresh.RefreshTokens.Holder;
import io.bondtrader.security.token.refresh.RefreshTokens.RefreshLimits;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.security.token.revocation.InMemoryRevocations;
import io.bondtrader.security.token.revocation.RevocationCheck;
import io.bondtrader.security.token.revocation.RevocationStore;
import io.bondtrader.security.token.revocation.TokenReference;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.Race;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refresh tokens that are copied, raced, guessed and shown too late. */
@Asvs("10.4.8")
final class RefreshAttackTest implements SecurityEventSink, InstantSource {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final byte[] KEY = Canary.bytes("key of refresh tokens", 32);

    private final List<SecurityEvent> events = new ArrayList<>();
    private final InMemoryRefreshFamilies store = new InMemoryRefreshFamilies(this);
    private final InMemoryRevocations revoked = new InMemoryRevocations(this);
    private final List<RefreshFamily> reused = new ArrayList<>();
    private Instant now = NOW;

    private final RefreshTokens tokens = RefreshTokens.of(
                    store,
                    KEY,
                    RevocationCheck.of(revoked, this, this),
                    RefreshLimits.ofAWorkingDay(),
                    this,
                    new SecureRandom(),
                    this)
            .onReuse(reused::add);

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void report(SecurityEvent event) {
        events.add(event);
    }

    private String started(@Nullable String proofKey) {
        String text = tokens.start(new Holder("i", "u-17", "blotter", proofKey, "orders"), TokenContext.none())
                .text();
        events.clear();
        return text;
    }

    private String renewed(String text) {
        RefreshOutcome outcome = tokens.renew(text, "blotter", null, TokenContext.none());
        assertThat(outcome).isInstanceOf(RefreshOutcome.Renewed.class);
        assertThat(events).hasSize(1);
        assertThat(events.remove(0).type()).isEqualTo(SecurityEventType.AUTHN_TOKEN_CREATED);
        return ((RefreshOutcome.Renewed) outcome).token().text();
    }

    private Reason refused(String text, String client, @Nullable String proofKey) {
        RefreshOutcome outcome = tokens.renew(text, client, proofKey, TokenContext.none());
        assertThat(outcome).isInstanceOf(RefreshOutcome.Refused.class);
        Reason why = ((RefreshOutcome.Refused) outcome).why();
        assertThat(events).hasSize(1);
        SecurityEvent event = events.remove(0);
        assertThat(event.type())
                .isEqualTo(
                        why == Reason.REUSED
                                ? SecurityEventType.AUTHN_TOKEN_REUSE
                                : SecurityEventType.AUTHN_LOGIN_FAIL);
        assertThat(event.details()).containsEntry("reason", why.name());
        assertThat(event.toString()).doesNotContain(text.isEmpty() ? "\0" : text);
        return why;
    }

    private Reason refused(String text) {
        return refused(text, "blotter", null);
    }

    @Test
    @Attack("A15")
    @Asvs("10.4.5")
    void a15ATokenThatWasFollowedLongAgoEndsItsFamily() {
        String first = started(null);
        String second = renewed(first);
        now = NOW.plusSeconds(10);

        assertThat(refused(first)).isEqualTo(Reason.REUSED);
        assertThat(refused(second)).isEqualTo(Reason.REVOKED);
        assertThat(refused(first)).isEqualTo(Reason.REVOKED);
        assertThat(reused).hasSize(1);
        assertThat(reused.get(0).subject()).isEqualTo("u-17");
        assertThat(reused.get(0).isRevoked()).isTrue();
    }

    @Test
    @Attack("A15")
    void a15ATokenWhoseSuccessorWasUsedIsACopyEvenWithinTheGrace() {
        String first = started(null);
        String third = renewed(renewed(first));

        assertThat(refused(first)).isEqualTo(Reason.REUSED);
        assertThat(refused(third)).isEqualTo(Reason.REVOKED);
    }

    @Test
    @Attack("A16")
    void a16AfterALostAnswerTheSameTokenGivesTheSameSuccessor() {
        String first = started("key-a");
        RefreshOutcome one = tokens.renew(first, "blotter", "key-a", TokenContext.none());
        now = NOW.plusSeconds(10).minusMillis(1);
        RefreshOutcome two = tokens.renew(first, "blotter", "key-a", TokenContext.none());

        assertThat(((RefreshOutcome.Renewed) two).token()).isEqualTo(((RefreshOutcome.Renewed) one).token());
        events.clear();
        assertThat(refused(first, "blotter", "key-b")).isEqualTo(Reason.PROOF_KEY);
        assertThat(refused(first, "blotter", null)).isEqualTo(Reason.PROOF_KEY);
        assertThat(refused(first, "other", "key-a")).isEqualTo(Reason.CLIENT);
        String successor = ((RefreshOutcome.Renewed) one).token().text();
        assertThat(tokens.renew(successor, "blotter", "key-a", TokenContext.none()))
                .isInstanceOf(RefreshOutcome.Renewed.class);
    }

    @Test
    @Attack("A16")
    void a16ManyRefreshesAtOnceGetOneSuccessorAndOneHead() {
        InMemoryRevocations nothing = new InMemoryRevocations(this);
        InMemoryRefreshFamilies families = new InMemoryRefreshFamilies(this);
        ConcurrentLinkedQueue<SecurityEventType> reported = new ConcurrentLinkedQueue<>();
        RefreshTokens racing = RefreshTokens.of(
                families,
                KEY,
                RevocationCheck.of(nothing, this, this),
                RefreshLimits.ofAWorkingDay(),
                this,
                new SecureRandom(),
                event -> {
                    if (event.type() != SecurityEventType.AUTHN_TOKEN_CREATED) {
                        reported.add(event.type());
                    }
                });
        Map<Integer, Set<RefreshOutcome>> outcomes = new ConcurrentHashMap<>();
        Race.rounds(
                64,
                10_000,
                round -> {
                    String shown = racing.start(new Holder("i", "s", "c", null, ""), TokenContext.none())
                            .text();
                    Set<RefreshOutcome> seen = ConcurrentHashMap.newKeySet();
                    outcomes.put(round, seen);
                    return thread -> seen.add(racing.renew(shown, "c", null, TokenContext.none()));
                },
                (round, winners) -> {
                    Set<RefreshOutcome> seen = outcomes.getOrDefault(round, Set.of());
                    outcomes.remove(round);
                    assertThat(seen).hasSize(1);
                    RefreshOutcome.Renewed only =
                            (RefreshOutcome.Renewed) seen.iterator().next();
                    assertThat(only.family().generation()).isEqualTo(1);
                    assertThat(families.find(only.family().id())).contains(only.family());
                });
        assertThat(reported).isEmpty();
    }

    @Test
    @Attack("A15")
    void a15OfManyReusesAtOnceOneRevokes() {
        String first = started(null);
        renewed(first);
        now = NOW.plusSeconds(60);
        ConcurrentLinkedQueue<SecurityEventType> reported = new ConcurrentLinkedQueue<>();
        RefreshTokens racing = RefreshTokens.of(
                store,
                KEY,
                RevocationCheck.of(revoked, this, this),
                RefreshLimits.ofAWorkingDay(),
                this,
                new SecureRandom(),
                event -> reported.add(event.type()));

        Race.rounds(
                32,
                1,
                round -> thread -> racing.renew(first, "blotter", null, TokenContext.none())
                        .equals(new RefreshOutcome.Refused(Reason.REUSED)),
                (round, winners) -> assertThat(winners).isEqualTo(1));
        assertThat(reported.stream().filter(type -> type == SecurityEventType.AUTHN_TOKEN_REUSE))
                .hasSize(1);
    }

    @Test
    @Attack("A17")
    @Asvs("7.4.1")
    void a17AfterSignOutRevocationOrTimeNothingIsRenewed() {
        String ended = started(null);
        assertThat(tokens.end(ended, TokenContext.none())).isTrue();
        assertThat(events.remove(0).type()).isEqualTo(SecurityEventType.AUTHN_TOKEN_REVOKED);
        assertThat(tokens.end(ended, TokenContext.none())).isFalse();
        assertThat(refused(ended)).isEqualTo(Reason.REVOKED);

        String idle = started(null);
        now = NOW.plusSeconds(3_600).minusMillis(1);
        String fresh = renewed(idle);
        now = now.plusSeconds(3_600);
        assertThat(refused(fresh)).isEqualTo(Reason.EXPIRED);

        now = NOW;
        String old = started(null);
        for (int hour = 0; hour < 12; hour++) {
            now = now.plusSeconds(3_599);
            old = renewed(old);
        }
        now = NOW.plusSeconds(12 * 3_600);
        assertThat(refused(old)).isEqualTo(Reason.EXPIRED);

        String disabled = started(null);
        revoked.denySubject("i", "u-17", now);
        assertThat(refused(disabled)).isEqualTo(Reason.REVOKED);
        now = now.plusSeconds(1);
        String byClient = started(null);
        revoked.denyClient("i", "blotter", now);
        assertThat(refused(byClient)).isEqualTo(Reason.REVOKED);
    }

    @Test
    @Attack("A18")
    void a18WithoutTheRevocationStoreNothingIsRenewed() {
        String text = started(null);
        RevocationStore down = new RevocationStore() {
            @Override
            public void denyToken(String issuer, String tokenId, Instant until) {}

            @Override
            public void denySubject(String issuer, String subject, Instant epoch) {}

            @Override
            public void denyClient(String issuer, String clientId, Instant epoch) {}

            @Override
            public boolean isRevoked(TokenReference token) {
                throw new IllegalStateException("out of reach");
            }
        };
        RefreshTokens blind = RefreshTokens.of(
                store,
                KEY,
                RevocationCheck.of(down, this, this).allowingWithoutStore(EnumSet.allOf(AccessClass.class)),
                RefreshLimits.ofAWorkingDay(),
                this,
                new SecureRandom(),
                this);

        assertThat(blind.renew(text, "blotter", null, TokenContext.none()))
                .isEqualTo(new RefreshOutcome.Refused(Reason.REVOCATION_UNKNOWN));
    }

    @Test
    void aGuessOrAnAlteredTokenEndsNoFamily() {
        String first = started(null);
        for (int i = 0; i < first.length(); i++) {
            char other = first.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(refused(first.substring(0, i) + other + first.substring(i + 1)))
                    .isEqualTo(Reason.MALFORMED);
        }
        for (String odd : List.of(
                "",
                "x",
                first + "A",
                first + "=",
                " " + first,
                first.substring(1),
                first.replace(first.charAt(3), '+'))) {
            assertThat(refused(odd)).isEqualTo(Reason.MALFORMED);
        }
        RefreshTokens others = RefreshTokens.of(
                store,
                Canary.bytes("another key of refresh tokens", 32),
                RevocationCheck.of(revoked, this, this),
                RefreshLimits.ofAWorkingDay(),
                this,
                new SecureRandom(),
                this);
        assertThat(others.renew(first, "blotter", null, TokenContext.none()))
                .isEqualTo(new RefreshOutcome.Refused(Reason.MALFORMED));
        events.clear();
        assertThat(renewed(first)).isNotEqualTo(first);
    }

    @Test
    void aFamilyThatWasForgottenIsUnknown() {
        String first = started(null);
        RefreshTokens elsewhere = RefreshTokens.of(
                new InMemoryRefreshFamilies(this),
                KEY,
                RevocationCheck.of(revoked, this, this),
                RefreshLimits.ofAWorkingDay(),
                this,
                new SecureRandom(),
                this);

        assertThat(elsewhere.renew(first, "blotter", null, TokenContext.none()))
                .isEqualTo(new RefreshOutcome.Refused(Reason.UNKNOWN));
        assertThat(elsewhere.end(first, TokenContext.none())).isFalse();
        assertThat(elsewhere.end("x", TokenContext.none())).isFalse();
    }

    @Test
    @Asvs("11.5.1")
    void theStoreHoldsNoTokenAndNothingPrintsOne() {
        String first = started(null);
        RefreshOutcome.Renewed renewed =
                (RefreshOutcome.Renewed) tokens.renew(first, "blotter", null, TokenContext.none());
        String second = renewed.token().text();
        RefreshFamily kept = store.find(renewed.family().id()).orElseThrow();
        String hash = kept.headHash() + kept.previousHash() + kept.successorNonce() + kept;

        assertThat(hash).doesNotContain(first).doesNotContain(second);
        assertThat(renewed.toString()).doesNotContain(second);
        assertThat(events.toString()).doesNotContain(second);
        assertThat(kept.toString()).doesNotContain(kept.headHash());
        // 256 bits of secret, 128 of name, 32 of generation, 128 of seal.
        assertThat(first).hasSize(91);
    }

    @Test
    void whatCannotBeReportedIsNotHandedOutAndNotLost() {
        String first = started(null);
        RefreshTokens mute = RefreshTokens.of(
                store,
                KEY,
                RevocationCheck.of(revoked, this, this),
                RefreshLimits.ofAWorkingDay(),
                this,
                new SecureRandom(),
                event -> {
                    throw new IllegalStateException("full");
                });

        assertThatThrownBy(() -> mute.renew(first, "blotter", null, TokenContext.none()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(renewed(first)).isNotEqualTo(first);
        now = NOW.plusSeconds(60);
        RefreshTokens muteToo = mute.onReuse(reused::add);
        assertThatThrownBy(() -> muteToo.renew(first, "blotter", null, TokenContext.none()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(reused).hasSize(1);
        assertThat(refused(first)).isEqualTo(Reason.REVOKED);
    }

    @Test
    void limitsAndKeysThatMakeNoSenseAreRefused() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> new RefreshLimits(Duration.ZERO, hour, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RefreshLimits(hour, Duration.ofMinutes(59), Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RefreshLimits(hour, hour, Duration.ofSeconds(61)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RefreshLimits(hour, hour, Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RefreshTokens.of(
                        store,
                        new byte[31],
                        RevocationCheck.of(revoked, this, this),
                        RefreshLimits.ofAWorkingDay(),
                        this,
                        new SecureRandom(),
                        this))
                .isInstanceOf(InvalidInput.class);
    }
}
