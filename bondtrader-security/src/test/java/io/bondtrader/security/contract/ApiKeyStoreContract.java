package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.apikey.ApiKeyRecord;
import io.bondtrader.security.apikey.ApiKeySecret;
import io.bondtrader.security.apikey.ApiKeyStore;
import io.bondtrader.security.apikey.ApiKeyUse;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.KeyState;
import io.bondtrader.security.key.KeyVersion;
import io.bondtrader.security.key.Keyring;
import io.bondtrader.security.network.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an {@link ApiKeyStore} promises. An implementation's test extends this and says how an empty store is made. */
public abstract class ApiKeyStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    private ApiKeyStore store;

    /** Makes an empty store. */
    protected abstract ApiKeyStore store() throws Exception;

    /** Makes the store of a test. */
    @BeforeEach
    final void begin() throws Exception {
        store = store();
    }

    /** A record comes back as it was, destroyed versions and all. */
    @Test
    protected final void aRecordComesBackAsItWas() {
        ApiKeyRecord record = record("key1", 0);
        assertThat(store.replace(record)).isTrue();

        ApiKeyRecord found = store.find("key1").orElseThrow();
        assertThat(found.account()).isEqualTo(record.account());
        assertThat(found.person()).isEqualTo(record.person());
        assertThat(found.scopes()).isEqualTo(record.scopes());
        assertThat(found.issuedAt()).isEqualTo(record.issuedAt());
        assertThat(found.revokedAt()).isNull();
        assertThat(found.automatic()).isTrue();
        assertThat(found.noticesOf()).isEqualTo(2);
        assertThat(found.notices()).containsExactly(7, 30);
        assertThat(found.versions()).hasToString(record.versions().toString());
        assertThat(found.versions().primaryKey()).isEqualTo(record.versions().primaryKey());
        assertThat(found.versions().reading(1)).isEmpty();
        assertThat(store.find("key2")).isEmpty();
    }

    /** Only the next revision is kept. */
    @Test
    protected final void onlyTheNextRevisionIsKept() {
        assertThat(store.replace(record("key1", 1))).isFalse();
        assertThat(store.replace(record("key1", 0))).isTrue();
        assertThat(store.replace(record("key1", 0))).isFalse();
        assertThat(store.replace(record("key1", 2))).isFalse();
        assertThat(store.replace(record("key1", 1))).isTrue();
        assertThat(store.find("key1").orElseThrow().revision()).isEqualTo(1);
    }

    /** Of many who saw the same revision one wins. */
    @Test
    protected final void ofManyChangesAtOnceOneWins() throws Exception {
        store.replace(record("key1", 0));
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            for (int round = 1; round <= 20; round++) {
                ApiKeyRecord next = record("key1", round);
                Callable<Boolean> change = () -> store.replace(next);
                int winners = 0;
                for (var one : pool.invokeAll(
                        IntStream.range(0, 16).mapToObj(i -> change).toList())) {
                    winners += one.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Pages follow each other and leave nothing out. */
    @Test
    protected final void pagesLeaveNothingOut() {
        for (int i = 0; i < 7; i++) {
            store.replace(record("key" + i, 0));
        }
        List<String> ids = new ArrayList<>();
        String after = "";
        for (List<ApiKeyRecord> page = store.page(after, 3); !page.isEmpty(); page = store.page(after, 3)) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            for (ApiKeyRecord record : page) {
                ids.add(record.id());
                after = record.id();
            }
        }
        assertThat(ids).containsExactly("key0", "key1", "key2", "key3", "key4", "key5", "key6");
    }

    /** Uses add up, and the later one is the last. */
    @Test
    protected final void usesAddUp() throws Exception {
        assertThat(store.use("key1")).isEmpty();
        IpAddress late = IpAddress.parse("2001:db8::7");
        store.addUse("key1", new ApiKeyUse(3, NOON.plusSeconds(9), 2, late));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> add = () -> {
                store.addUse("key1", new ApiKeyUse(2, NOON, 1, null));
                return true;
            };
            for (var one :
                    pool.invokeAll(IntStream.range(0, 50).mapToObj(i -> add).toList())) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(store.use("key1")).contains(new ApiKeyUse(103, NOON.plusSeconds(9), 2, late));
    }

    private static ApiKeyRecord record(String id, long revision) {
        Keyring<ApiKeySecret> versions = Keyring.restored(
                "api-key",
                List.of(
                        KeyVersion.restored(1, KeyState.DESTROYED, NOON, NOON.plusSeconds(1), null),
                        KeyVersion.restored(
                                2,
                                KeyState.PRIMARY,
                                NOON,
                                NOON.plusSeconds(1),
                                ApiKeySecret.of("ab".repeat(32), NOON.plusSeconds(100)))));
        return new ApiKeyRecord(
                id,
                AccountId.of("feed"),
                PersonId.of("p-17"),
                Set.of("quotes:read", "orders:write"),
                versions,
                NOON,
                null,
                true,
                2,
                new TreeSet<>(Set.of(7, 30)),
                revision);
    }
}
