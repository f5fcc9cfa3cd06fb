package io.bondtrader.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.JournalDamaged;
import io.bondtrader.security.error.KeyStateRefused;
import io.bondtrader.security.error.KeyringChanged;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.Race;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Asvs("13.3.4")
final class RotatingKeyringTest {

    private static final AccountId JOB = AccountId.of("rotation-job");
    private static final AccountId CLARA = AccountId.of("clara");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SymmetricKey MASTER = SymmetricKey.of(Canary.bytes("master", 32));
    private static final KeyWrapping WRAPPING = KeyWrapping.under(MASTER, RANDOM);
    private static final RotationPolicy POLICY = RotationPolicy.forTokens(
                    Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(2), Duration.ZERO)
            .withNotices(Duration.ofDays(7), Duration.ofDays(1));

    private final List<SecurityEvent> events = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aScheduleRunsItsCourse() {
        RotatingKeyring<SymmetricKey> ring = opened(new InMemoryKeyrings());

        assertThat(kinds(ring.runDue(JOB))).containsExactly("PUBLISH 1", "PROMOTE 1");
        assertThat(ring.nextDue()).contains(Instant.parse("2026-01-30T00:00:00Z"));
        assertThat(ring.runDue(JOB)).isEmpty();
        pass(Duration.ofDays(29));
        assertThat(kinds(ring.runDue(JOB))).containsExactly("PUBLISH 2", "NOTICE 1");
        pass(Duration.ofDays(1));
        assertThat(kinds(ring.runDue(JOB))).containsExactly("PROMOTE 2");
        pass(Duration.ofDays(2));
        assertThat(kinds(ring.runDue(JOB))).containsExactly("DISABLE 1");
        assertThat(ring.current().primaryNumber()).isEqualTo(2);
        assertThat(ring.current().reading(1)).isEmpty();
    }

    @Test
    void eachNoticeIsGivenOnce() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        RotatingKeyring<SymmetricKey> ring = opened(store);
        ring.runDue(JOB);
        for (int hour = 0; hour < 30 * 24; hour++) {
            pass(Duration.ofHours(1));
            ring.runDue(JOB);
            ring = opened(store);
        }

        assertThat(events)
                .filteredOn(event -> event.type() == SecurityEventType.CRYPT_KEY_NOTICE)
                .extracting(event -> event.occurredAt() + " " + event.details().get("reason"))
                .containsExactly("2026-01-24T00:00:00Z PT168H", "2026-01-30T00:00:00Z PT24H");
    }

    @Attack("A63")
    @Test
    void a63ACrashBetweenTwoStepsIsMadeGood() throws Exception {
        Path folder = temporary.resolve("keys");
        RotatingKeyring<SymmetricKey> whole = opened(FileKeyrings.in(folder));
        whole.runDue(JOB);
        pass(Duration.ofDays(29));
        whole.runDue(JOB);
        pass(Duration.ofDays(1));
        whole.runDue(JOB);
        byte[] first = whole.current().reading(1).orElseThrow().exportKey();
        Path journal = folder.resolve("tokens/journal.jsonl");
        byte[] text = Files.readAllBytes(journal);

        for (int length = 0; length <= text.length; length += 13) {
            Path copy = Files.createDirectory(temporary.resolve("copy-" + length));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            Path room = Files.createDirectory(
                    copy.resolve("tokens"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (var files = Files.list(folder.resolve("tokens"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, room.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            Files.write(room.resolve("journal.jsonl"), Arrays.copyOf(text, length));
            RotatingKeyring<SymmetricKey> after = opened(FileKeyrings.in(copy));
            int complete = after.journal().size();
            after.runDue(JOB);

            assertThat(after.current().primaryNumber()).isEqualTo(complete >= 3 ? 2 : 1);
            assertThat(after.journal()).hasSizeGreaterThanOrEqualTo(complete);
            if (complete >= 1) {
                assertThat(after.current().reading(1).orElseThrow().exportKey()).isEqualTo(first);
            }
            assertThat(opened(FileKeyrings.in(copy)).current())
                    .hasToString(after.current().toString());
        }
    }

    @TempDir
    private Path temporary;

    @Attack("A63")
    @Test
    void a63ARollbackAfterNewCiphertextsOpensBoth() {
        RotatingKeyring<SymmetricKey> ring = opened(new InMemoryKeyrings());
        KeyringCipher cipher = KeyringCipher.of(ring::current, RANDOM);
        EncryptionContext context = EncryptionContext.purpose("order");
        ring.runDue(JOB);
        byte[] old = cipher.wrap(new byte[] {1}, context);
        ring.rotateNow(CLARA, "suspicion");
        byte[] newer = cipher.wrap(new byte[] {2}, context);
        ring.rollBack(CLARA, "false alarm");
        byte[] newest = cipher.wrap(new byte[] {3}, context);

        assertThat(cipher.unwrap(old, context)).containsExactly(1);
        assertThat(cipher.unwrap(newer, context)).containsExactly(2);
        assertThat(cipher.unwrap(newest, context)).containsExactly(3);
        assertThat(cipher.outdated(newer)).isTrue();
        assertThat(cipher.outdated(newest)).isFalse();
        assertThat(ring.journal().get(4).kind()).isEqualTo(KeyringEntry.Kind.ROLL_BACK);
    }

    @Attack("A63")
    @Test
    void a63OfTwoMachinesThatRotateOneDoes() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        RotatingKeyring<SymmetricKey> one = opened(store);
        RotatingKeyring<SymmetricKey> two = opened(store);

        assertThat(one.runDue(JOB)).hasSize(2);
        assertThat(two.runDue(JOB)).isEmpty();
        assertThat(two.current().primaryKey()).isEqualTo(one.current().primaryKey());
    }

    @Test
    void aChangeOverSomebodyElsesIsRefused() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        RotatingKeyring<SymmetricKey> ring = opened(store);
        ring.runDue(JOB);
        RotatingKeyring<SymmetricKey> other = opened(store);
        // The other machine is faster by the time between this one's look and its write.
        KeyringStore late = new Delegating(store) {
            @Override
            public boolean append(String keyring, int expected, String entry, Optional<byte[]> wrapped) {
                if (expected == 2) {
                    other.rotateNow(CLARA, "first");
                }
                return super.append(keyring, expected, entry, wrapped);
            }
        };
        RotatingKeyring<SymmetricKey> slow = opened(late);

        assertThatThrownBy(() -> slow.rotateNow(CLARA, "second")).isInstanceOf(KeyringChanged.class);
        assertThat(slow.current().primaryNumber()).isEqualTo(2);
        assertThat(slow.current().versions()).hasSize(2);
    }

    @Attack("A63")
    @Test
    void a63WhatIsInUseIsDestroyedByTwoPersonsOnly() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        RotatingKeyring<SymmetricKey> ring = opened(store);
        ring.runDue(JOB);
        ring.rotateNow(CLARA, "test");
        ring.disable(1, CLARA, "test");

        assertThatThrownBy(() -> ring.destroy(1, CLARA, "test"))
                .isInstanceOf(KeyStateRefused.class)
                .hasMessageContaining("in use");
        PersonId first = PersonId.of("p-1");
        assertThatThrownBy(() -> ring.destroyInUse(1, CLARA, first, first, "test"))
                .isInstanceOf(InvalidInput.class);
        assertThat(store.wrapped("tokens", 0)).isPresent();

        ring.destroyInUse(1, CLARA, first, PersonId.of("p-2"), "test");
        assertThat(store.wrapped("tokens", 0)).isEmpty();
        assertThat(ring.journal().get(5).reason()).isEqualTo("test (approved by p-1 and p-2)");
        assertThat(opened(store).current().versions().get(0).state()).isEqualTo(KeyState.DESTROYED);
    }

    @Test
    void aScheduleDestroysWhatNothingNeeds() {
        AtomicInteger needed = new AtomicInteger(1);
        InMemoryKeyrings store = new InMemoryKeyrings();
        RotatingKeyring<SymmetricKey> ring = RotatingKeyring.builder(
                        "tokens", KeyKind.symmetric(), POLICY.withDestruction(Duration.ofDays(3)))
                .clock(() -> now)
                .references((keyring, version) -> needed.get() == version)
                .open(store, WRAPPING);
        ring.runDue(JOB);
        pass(Duration.ofDays(36));
        ring.runDue(JOB);
        pass(Duration.ofDays(1));
        ring.runDue(JOB);
        pass(Duration.ofDays(2));
        ring.runDue(JOB);
        pass(Duration.ofDays(3));
        assertThat(ring.runDue(JOB)).as("still needed").isEmpty();
        needed.set(0);

        assertThat(kinds(ring.runDue(JOB))).containsExactly("DESTROY 1");
        assertThat(store.wrapped("tokens", 0)).isEmpty();
    }

    @Attack("A63")
    @Test
    void a63AClockThatFallsBackDoesNotTurnTheJournal() {
        RotatingKeyring<SymmetricKey> ring = opened(new InMemoryKeyrings());
        ring.runDue(JOB);
        pass(Duration.ofDays(-10));
        ring.rotateNow(CLARA, "test");

        assertThat(ring.journal()).extracting(KeyringEntry::at).isSorted();
        assertThat(ring.runDue(JOB)).isEmpty();
    }

    @Test
    void aKnownKeyIsReplacedAndDisabledAtOnce() {
        RotatingKeyring<SymmetricKey> ring = opened(new InMemoryKeyrings());
        assertThatThrownBy(() -> ring.replaceCompromised(CLARA, "leak")).isInstanceOf(KeyStateRefused.class);
        ring.runDue(JOB);
        pass(Duration.ofDays(29));
        ring.runDue(JOB);
        Keyring<SymmetricKey> after = ring.replaceCompromised(CLARA, "leak");

        assertThat(after.primaryNumber()).isEqualTo(3);
        assertThat(after.reading(1)).isEmpty();
        assertThat(after.reading(2)).as("lay beside the lost one").isEmpty();
        assertThat(after.versions().get(0).state()).isEqualTo(KeyState.DISABLED);
    }

    @Attack("A65")
    @Test
    void a65AChangeThatCannotBeReportedIsNotMade() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        RotatingKeyring<SymmetricKey> ring = RotatingKeyring.builder("tokens", KeyKind.symmetric(), POLICY)
                .clock(() -> now)
                .events(event -> {
                    throw new IllegalStateException("no room");
                })
                .open(store, WRAPPING);

        assertThatThrownBy(() -> ring.runDue(JOB)).hasMessage("no room");
        assertThat(store.entries("tokens")).isEmpty();
        assertThat(ring.current().versions()).isEmpty();
    }

    @Test
    void anAlteredMovedOrForeignLineIsFound() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        RotatingKeyring<SymmetricKey> ring = opened(store);
        ring.runDue(JOB);
        ring.rotateNow(CLARA, "test");
        ring.disable(1, CLARA, "test");
        List<String> lines = store.entries("tokens");

        for (int line = 0; line < lines.size(); line++) {
            String entry = lines.get(line);
            for (int at = 0; at < entry.length(); at += 3) {
                char other = entry.charAt(at) == 'A' ? 'B' : 'A';
                List<String> altered = new ArrayList<>(lines);
                altered.set(line, entry.substring(0, at) + other + entry.substring(at + 1));
                assertDamaged(store, altered);
            }
        }
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 3, 4);
        assertDamaged(store, swapped);
        List<String> dropped = new ArrayList<>(lines);
        dropped.remove(3);
        assertDamaged(store, dropped);
        assertDamaged(store, List.of("no journal"));
        assertDamaged(store, List.of("{}"));

        KeyWrapping foreign = KeyWrapping.under(SymmetricKey.generate(RANDOM), RANDOM);
        assertThatThrownBy(() -> RotatingKeyring.builder("tokens", KeyKind.symmetric(), POLICY)
                        .open(store, foreign))
                .isInstanceOf(JournalDamaged.class);
    }

    private static void assertDamaged(KeyringStore store, List<String> lines) {
        KeyringStore altered = new Delegating(store) {
            @Override
            public List<String> entries(String keyring) {
                return lines;
            }
        };
        assertThatThrownBy(() -> RotatingKeyring.builder("tokens", KeyKind.symmetric(), POLICY)
                        .open(altered, WRAPPING))
                .isInstanceOf(JournalDamaged.class);
    }

    /** Of two histories with one beginning, each line is sealed for its place: only what it follows tells them apart. */
    @Test
    void aLineOfAnotherHistoryIsFound() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        opened(store).runDue(JOB);
        InMemoryKeyrings other = new InMemoryKeyrings();
        for (int i = 0; i < 2; i++) {
            assertThat(other.append("tokens", i, store.entries("tokens").get(i), store.wrapped("tokens", i)))
                    .isTrue();
        }
        opened(store).rotateNow(CLARA, "one");
        opened(other).rotateNow(CLARA, "two");
        List<String> mixed = new ArrayList<>(store.entries("tokens"));
        mixed.set(3, other.entries("tokens").get(3));

        assertDamaged(store, mixed);
    }

    @Test
    void aJournalThatBecameShorterOrAnotherIsFound() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        List<String> shown = new ArrayList<>();
        KeyringStore cut = new Delegating(store) {
            @Override
            public List<String> entries(String keyring) {
                return shown.isEmpty() ? super.entries(keyring) : shown;
            }
        };
        RotatingKeyring<SymmetricKey> ring = opened(cut);
        ring.runDue(JOB);
        shown.add(store.entries("tokens").get(0));
        assertThatThrownBy(ring::refresh).isInstanceOf(JournalDamaged.class);

        InMemoryKeyrings anew = new InMemoryKeyrings();
        opened(anew).runDue(JOB);
        shown.clear();
        shown.addAll(anew.entries("tokens"));
        assertThatThrownBy(ring::refresh).isInstanceOf(JournalDamaged.class);
    }

    @Test
    void aKeyThatIsMissingIsNoKeyAtAll() {
        InMemoryKeyrings store = new InMemoryKeyrings();
        opened(store).runDue(JOB);
        store.erase("tokens", 0);

        assertThatThrownBy(() -> opened(store)).isInstanceOf(JournalDamaged.class);
    }

    @Test
    void noteSignersRotateToo() {
        RotatingKeyring<Ed25519Signer> ring = RotatingKeyring.builder(
                        "checkpoints", KeyKind.noteSigner("log.example"), POLICY)
                .clock(() -> now)
                .open(new InMemoryKeyrings(), WRAPPING);
        ring.runDue(JOB);
        var first = ring.current().primaryKey();
        ring.rotateNow(CLARA, "test");

        assertThat(ring.current().primaryKey().verifier().name()).isEqualTo("log.example");
        assertThat(ring.current().primaryKey().verifier().keyId())
                .isNotEqualTo(first.verifier().keyId());
        assertThat(ring.current().reading(1).orElseThrow().sign(new byte[] {1})).hasSize(64);
    }

    /** 64 threads on two machines: what is due is done once, and no reader sees less or more than one primary version. */
    @Test
    void aRotationUnderManyThreadsHappensOnce() {
        AtomicReference<InMemoryKeyrings> current = new AtomicReference<>(new InMemoryKeyrings());
        Race.rounds(
                64,
                10_000,
                round -> {
                    now = Instant.parse("2026-01-01T00:00:00Z");
                    InMemoryKeyrings store = new InMemoryKeyrings();
                    current.set(store);
                    RotatingKeyring<String> one = plain(store);
                    one.runDue(JOB);
                    RotatingKeyring<String> two = plain(store);
                    now = Instant.parse("2026-02-01T00:00:00Z");
                    return thread -> {
                        RotatingKeyring<String> mine = thread % 2 == 0 ? one : two;
                        if (thread < 8) {
                            return !mine.runDue(JOB).isEmpty();
                        }
                        Keyring<String> seen = mine.current();
                        int primary = seen.primaryNumber();
                        if (primary < 1 || primary > 2 || seen.reading(1).isEmpty()) {
                            throw new AssertionError("half a rotation: " + seen);
                        }
                        return false;
                    };
                },
                (round, winners) -> {
                    // One machine may publish and the other promote.
                    assertThat(winners).isBetween(1, 2);
                    InMemoryKeyrings store = Objects.requireNonNull(current.get());
                    assertThat(store.entries("keys")).hasSize(4);
                    assertThat(plain(store).current().primaryNumber()).isEqualTo(2);
                });
    }

    private RotatingKeyring<String> plain(KeyringStore store) {
        KeyKind<String> words = new KeyKind<>() {
            @Override
            public byte[] generate(SecureRandom random) {
                return new byte[] {7};
            }

            @Override
            public String read(int version, byte[] bytes) {
                return "key " + version;
            }

            @Override
            public void wipe(String key) {}
        };
        KeyWrapping open = new KeyWrapping() {
            @Override
            public byte[] wrap(byte[] plain, EncryptionContext context) {
                return plain.clone();
            }

            @Override
            public byte[] unwrap(byte[] wrapped, EncryptionContext context) {
                return wrapped.clone();
            }
        };
        return RotatingKeyring.builder("keys", words, RotationPolicy.internal(Duration.ofDays(30), Duration.ofDays(30)))
                .clock(() -> now)
                .open(store, open);
    }

    private RotatingKeyring<SymmetricKey> opened(KeyringStore store) {
        return RotatingKeyring.builder("tokens", KeyKind.symmetric(), POLICY)
                .clock(() -> now)
                .random(RANDOM)
                .events(events::add)
                .open(store, WRAPPING);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static List<String> kinds(List<KeyringEntry> entries) {
        return entries.stream()
                .map(entry -> entry.kind() + " " + entry.version())
                .toList();
    }

    /** A store in front of another. */
    private static class Delegating implements KeyringStore {

        private final KeyringStore behind;

        Delegating(KeyringStore behind) {
            this.behind = behind;
        }

        @Override
        public List<String> entries(String keyring) {
            return behind.entries(keyring);
        }

        @Override
        public boolean append(String keyring, int expected, String entry, Optional<byte[]> wrapped) {
            return behind.append(keyring, expected, entry, wrapped);
        }

        @Override
        public Optional<byte[]> wrapped(String keyring, int entry) {
            return behind.wrapped(keyring, entry);
        }

        @Override
        public void erase(String keyring, int entry) {
            behind.erase(keyring, entry);
        }
    }
}
