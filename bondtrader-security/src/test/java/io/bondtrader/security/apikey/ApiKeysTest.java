package io.bondtrader.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.error.KeyStateRefused;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.KeyState;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.TimingLeak;
import io.bondtrader.testdata.TimingLeak.Pair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Asvs("6.4.5")
final class ApiKeysTest {

    private static final AccountId FEED = AccountId.of("feed");
    private static final AccountId ADMIN = AccountId.of("admin");
    private static final AccountId JOB = AccountId.of("job");
    private static final PersonId CLARA = PersonId.of("p-17");
    private static final IpAddress HOME = IpAddress.parse("203.0.113.7");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<SecurityEvent> events = new ArrayList<>();
    private final CountingStore store = new CountingStore();
    private Instant now = START;
    private final ApiKeys keys = keys("live");

    /** Knows how often it was asked. */
    private static final class CountingStore implements ApiKeyStore {
        private final InMemoryApiKeys behind = new InMemoryApiKeys();
        int asked;
        boolean otherWasFaster;

        @Override
        public Optional<ApiKeyRecord> find(String id) {
            asked++;
            return behind.find(id);
        }

        @Override
        public boolean replace(ApiKeyRecord record) {
            return !otherWasFaster && behind.replace(record);
        }

        @Override
        public List<ApiKeyRecord> page(String after, int most) {
            return behind.page(after, most);
        }

        @Override
        public void addUse(String id, ApiKeyUse use) {
            behind.addUse(id, use);
        }

        @Override
        public Optional<ApiKeyUse> use(String id) {
            return behind.use(id);
        }
    }

    private ApiKeys keys(String environment) {
        return ApiKeys.builder(store, "bt", environment)
                .clock(() -> now)
                .events(events::add)
                .build();
    }

    private IssuedApiKey issued() {
        return keys.issue(FEED, CLARA, Set.of("quotes:read"), false, ADMIN);
    }

    @Test
    void aKeyNamesItsOwnerAndWhatItMayDo() {
        IssuedApiKey issued = issued();
        assertThat(issued.text()).hasSize(3 + 5 + 16 + 1 + 43 + 6).startsWith("bt_live_");

        ApiKeyVerdict.Accepted accepted = accepted(issued.text());
        assertThat(accepted.principal().account()).isEqualTo(FEED);
        assertThat(accepted.principal().person()).isEqualTo(CLARA);
        assertThat(accepted.principal().lastProved(Factor.API_KEY)).contains(now);
        assertThat(accepted.allows("quotes:read")).isTrue();
        assertThat(accepted.allows("orders:write")).isFalse();
        assertThat(issued.toString()).doesNotContain(issued.text());
        assertThat(events).extracting(SecurityEvent::type).containsExactly(SecurityEventType.AUTHN_TOKEN_CREATED);
    }

    @Attack("A38")
    @Test
    void a38MistypedCutAndForeignKeysNeverReachTheStore() {
        String text = issued().text();
        store.asked = 0;
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(keys.check(text.substring(0, i) + other + text.substring(i + 1), HOME))
                    .isInstanceOf(ApiKeyVerdict.Refused.class);
            assertThat(keys.check(text.substring(0, i), HOME)).isInstanceOf(ApiKeyVerdict.Refused.class);
        }
        assertThat(refusal(text + "a")).isEqualTo(ApiKeyVerdict.Reason.MALFORMED);
        assertThat(refusal(" " + text)).isEqualTo(ApiKeyVerdict.Reason.MALFORMED);
        assertThat(refusal("")).isEqualTo(ApiKeyVerdict.Reason.MALFORMED);
        assertThat(refusal("bt_live_" + "\uff11".repeat(66))).isEqualTo(ApiKeyVerdict.Reason.MALFORMED);
        assertThat(refusal("x".repeat(1 << 20))).isEqualTo(ApiKeyVerdict.Reason.MALFORMED);
        assertThat(refusal(keys("test")
                        .issue(FEED, CLARA, Set.of("x"), false, ADMIN)
                        .text()))
                .isEqualTo(ApiKeyVerdict.Reason.OTHER_ENVIRONMENT);
        assertThat(store.asked).isZero();
    }

    @Attack("A38")
    @Test
    void a38AMadeUpKeyWithARightChecksumIsUnknown() {
        String id = issued().record().id();
        ApiKeyText forger = new ApiKeyText("bt", "live");

        assertThat(refusal(forger.make(id, new SecureRandom()))).isEqualTo(ApiKeyVerdict.Reason.UNKNOWN);
        assertThat(refusal(forger.make("0".repeat(16), new SecureRandom()))).isEqualTo(ApiKeyVerdict.Reason.UNKNOWN);
        assertThat(lastEvent().type()).isEqualTo(SecurityEventType.AUTHN_LOGIN_FAIL);
        assertThat(lastEvent().source()).isEqualTo(HOME);
    }

    @Attack("A38")
    @Test
    void a38AKeyEndsToTheMillisecond() {
        String text = issued().text();
        now = START.plus(Duration.ofDays(90)).minusMillis(1);
        accepted(text);
        now = START.plus(Duration.ofDays(90));
        assertThat(refusal(text)).isEqualTo(ApiKeyVerdict.Reason.EXPIRED);
    }

    @Attack("A38")
    @Test
    void a38ARevokedKeyIsRefusedAtTheNextCheck() {
        IssuedApiKey issued = issued();
        accepted(issued.text());
        keys.revoke(issued.record().id(), ADMIN, "lost laptop");

        assertThat(refusal(issued.text())).isEqualTo(ApiKeyVerdict.Reason.REVOKED);
        assertThatThrownBy(() -> keys.rotate(issued.record().id(), ADMIN)).isInstanceOf(KeyStateRefused.class);
        keys.revoke(issued.record().id(), ADMIN, "again");
        assertThatThrownBy(() -> keys.revoke("none", ADMIN, "x")).isInstanceOf(MissingData.class);
    }

    @Attack("A38")
    @Test
    void a38AReplacedKeyWorksForTheOverlapAndNotLonger() {
        IssuedApiKey first = issued();
        now = START.plus(Duration.ofDays(10));
        IssuedApiKey second = keys.rotate(first.record().id(), ADMIN);

        assertThat(accepted(first.text()).version()).isEqualTo(1);
        assertThat(accepted(second.text()).version()).isEqualTo(2);
        now = START.plus(Duration.ofDays(17)).minusMillis(1);
        accepted(first.text());
        now = START.plus(Duration.ofDays(17));
        assertThat(refusal(first.text())).isEqualTo(ApiKeyVerdict.Reason.REPLACED);
        keys.runDue(JOB, key -> {});
        assertThat(refusal(first.text())).as("its hash is gone").isEqualTo(ApiKeyVerdict.Reason.UNKNOWN);
        accepted(second.text());
    }

    @Test
    void aRotationCanBeRolledBack() {
        IssuedApiKey first = issued();
        IssuedApiKey second = keys.rotate(first.record().id(), ADMIN);
        keys.rollBack(first.record().id(), ADMIN);
        now = START.plus(Duration.ofDays(8));

        accepted(first.text());
        assertThat(refusal(second.text())).isEqualTo(ApiKeyVerdict.Reason.REPLACED);
        assertThatThrownBy(() -> keys.rollBack(first.record().id(), ADMIN)).isInstanceOf(KeyStateRefused.class);
    }

    @Attack("A38")
    @Test
    void a38NoticeIsGivenThirtySevenAndOneDayAheadOnceEach() {
        issued();
        for (int hour = 0; hour < 24 * 95; hour += 6) {
            now = START.plus(Duration.ofHours(hour));
            keys.runDue(JOB, key -> {});
            keys("live").runDue(JOB, key -> {});
        }
        assertThat(events)
                .filteredOn(event -> event.type() == SecurityEventType.CRYPT_KEY_NOTICE)
                .extracting(event -> event.occurredAt() + " " + event.details().get("days"))
                .containsExactly("2026-03-02T00:00:00Z 30", "2026-03-25T00:00:00Z 7", "2026-03-31T00:00:00Z 1");
    }

    @Test
    void aKeyIsRenewedInTimeAndHandedOverOnce() {
        IssuedApiKey first = keys.issue(FEED, CLARA, Set.of("quotes:read"), true, ADMIN);
        List<String> delivered = new ArrayList<>();
        now = START.plus(Duration.ofDays(76)).minusMillis(1);
        assertThat(keys.runDue(JOB, key -> delivered.add(key.text()))).isEmpty();
        now = START.plus(Duration.ofDays(76));
        assertThat(keys.runDue(JOB, key -> {
                    accepted(key.text());
                    delivered.add(key.text());
                }))
                .hasSize(1);
        keys.runDue(JOB, key -> delivered.add(key.text()));

        assertThat(delivered).hasSize(1);
        assertThat(accepted(delivered.get(0)).version()).isEqualTo(2);
        accepted(first.text());
        now = START.plus(Duration.ofDays(83));
        keys.runDue(JOB, key -> delivered.add(key.text()));
        assertThat(refusal(first.text())).isEqualTo(ApiKeyVerdict.Reason.UNKNOWN);
    }

    @Test
    void ofTwoMachinesOneHandsOver() {
        keys.issue(FEED, CLARA, Set.of("quotes:read"), true, ADMIN);
        now = START.plus(Duration.ofDays(76));
        store.otherWasFaster = true;
        List<String> delivered = new ArrayList<>();

        assertThat(keys.runDue(JOB, key -> delivered.add(key.text()))).isEmpty();
        assertThat(delivered).isEmpty();
    }

    @Test
    void aKeyThatCouldNotBeHandedOverIsTriedAgainWithAnother() {
        IssuedApiKey first = keys.issue(FEED, CLARA, Set.of("quotes:read"), true, ADMIN);
        now = START.plus(Duration.ofDays(76));
        List<String> lost = new ArrayList<>();
        assertThatThrownBy(() -> keys.runDue(JOB, key -> {
                    lost.add(key.text());
                    throw new IllegalStateException("manager is away");
                }))
                .hasMessage("manager is away");
        accepted(first.text());
        List<String> delivered = new ArrayList<>();
        keys.runDue(JOB, key -> delivered.add(key.text()));
        assertThat(delivered).as("another machine may still be handing it over").isEmpty();
        now = now.plus(Duration.ofHours(1));
        keys.runDue(JOB, key -> delivered.add(key.text()));

        assertThat(accepted(delivered.get(0)).version()).isEqualTo(3);
        assertThat(refusal(lost.get(0))).isEqualTo(ApiKeyVerdict.Reason.UNKNOWN);
        assertThat(store.find(first.record().id())
                        .orElseThrow()
                        .versions()
                        .versions()
                        .get(1)
                        .state())
                .isEqualTo(KeyState.DESTROYED);
    }

    @Test
    void usesAreCountedAndSurviveAStoreThatIsAway() {
        IssuedApiKey issued = issued();
        String id = issued.record().id();
        assertThat(keys.use(id)).isEmpty();
        accepted(issued.text());
        now = now.plusSeconds(5);
        accepted(issued.text());
        assertThat(keys.use(id)).contains(new ApiKeyUse(2, now, 1, HOME));
        keys.flushUses();
        accepted(issued.text());
        assertThat(keys.use(id).orElseThrow().count()).isEqualTo(3);
        keys.flushUses();
        keys.flushUses();
        assertThat(store.use(id).orElseThrow().count()).isEqualTo(3);
    }

    @Attack("A38")
    @Test
    void a38AKeyInAQueryStringIsReported() {
        String text = issued().text();

        assertThat(keys.leaked("a=1&key=" + text + "&b=2", HOME)).contains(text.substring(8, 24));
        assertThat(lastEvent().type()).isEqualTo(SecurityEventType.MALICIOUS_EXTRANEOUS);
        assertThat(lastEvent().toString()).doesNotContain(text);
        assertThat(keys.leaked("a=bt_live_1&b=bt_live_", HOME)).isEmpty();
        assertThat(keys.leaked("key=" + text.substring(0, 70), HOME)).isEmpty();
    }

    @Attack("A65")
    @Test
    void a65AKeyThatCannotBeReportedIsNotMade() {
        ApiKeys deaf = ApiKeys.builder(store, "bt", "live")
                .clock(() -> now)
                .events(event -> {
                    throw new IllegalStateException("no room");
                })
                .build();

        assertThatThrownBy(() -> deaf.issue(FEED, CLARA, Set.of("x"), false, ADMIN))
                .hasMessage("no room");
        assertThat(store.page("", 10)).isEmpty();
    }

    @Test
    void secretsAreNewAndEvenlyDrawn() {
        Set<String> made = new HashSet<>();
        int[] seen = new int[128];
        ApiKeyText text = new ApiKeyText("bt", "live");
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 5_000; i++) {
            String key = text.make("0".repeat(16), random);
            made.add(key);
            key.substring(25, 68).chars().forEach(c -> seen[c]++);
        }
        assertThat(made).hasSize(5_000);
        // 215,000 draws of 62 characters: 3,468 each, standard deviation 58; six of them are allowed.
        assertThat(Arrays.stream(seen).filter(count -> count > 0))
                .hasSize(62)
                .allMatch(count -> Math.abs(count - 3_468) < 350);
    }

    /** The time of a comparison says nothing of where a hash differs. */
    @Attack("A35")
    @Test
    void a35ComparisonsTakeTheSameTime() {
        assertThat(TimingLeak.smallestT(20_000, 10, ApiKeysTest::almostRightHashes))
                .isLessThan(TimingLeak.BAR);
    }

    private static Pair almostRightHashes(int attempt) {
        byte[] text = {(byte) attempt};
        byte[] early = ApiKeySecret.sha256(text);
        byte[] late = early.clone();
        early[0] ^= 1;
        late[31] ^= 1;
        ApiKeySecret secret = ApiKeySecret.ofText(text, START);
        assertThat(secret.matches(ApiKeySecret.sha256(text))).isTrue();
        assertThat(secret.matches(late)).isFalse();
        return Pair.of(early, late, presented -> secret.matches(presented) ? 1 : 0);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> ApiKeys.builder(store, "B", "live")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ApiKeys.builder(store, "bt", "live_x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> keys.issue(FEED, CLARA, Set.of(), false, ADMIN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ApiKeySecret.of("xy", START)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ApiKeySecret.of("ab", START)).isInstanceOf(InvalidInput.class);
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> new ApiKeyPolicy(day.minusMillis(1), day, day, List.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ApiKeyPolicy(day, day.multipliedBy(2), Duration.ZERO, List.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ApiKeyPolicy(day, day, day, List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ApiKeyPolicy(day, day, Duration.ZERO, List.of(-1)))
                .isInstanceOf(InvalidInput.class);
    }

    private ApiKeyVerdict.Accepted accepted(String text) {
        ApiKeyVerdict verdict = keys.check(text, HOME);
        assertThat(verdict).isInstanceOf(ApiKeyVerdict.Accepted.class);
        return (ApiKeyVerdict.Accepted) verdict;
    }

    private ApiKeyVerdict.Reason refusal(String text) {
        ApiKeyVerdict verdict = keys.check(text, HOME);
        assertThat(verdict).isInstanceOf(ApiKeyVerdict.Refused.class);
        return ((ApiKeyVerdict.Refused) verdict).reason();
    }

    private SecurityEvent lastEvent() {
        return events.get(events.size() - 1);
    }
}
