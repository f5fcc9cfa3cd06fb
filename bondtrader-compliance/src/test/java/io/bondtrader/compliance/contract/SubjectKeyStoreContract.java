package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.privacy.SubjectId;
import io.bondtrader.compliance.privacy.SubjectKey;
import io.bondtrader.compliance.privacy.SubjectKeyStore;
import io.bondtrader.compliance.retention.RecordClass;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of persons' keys does. */
public abstract class SubjectKeyStoreContract {

    private static final SubjectId ONE = new SubjectId("s-abcdefghijklmnopqrstuvwxyz");
    private static final SubjectId OTHER = new SubjectId("s-zyxwvutsrqponmlkjihgfedcba");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    /** Creates the kit. */
    protected SubjectKeyStoreContract() {}

    /** {@return a store without keys} */
    protected abstract SubjectKeyStore emptyStore();

    private static SubjectKey key(SubjectId subject, RecordClass recordClass, String wrapped) {
        return new SubjectKey(subject, recordClass, wrapped, NOW, null);
    }

    /** A key is found under its person and kind, and nowhere else. */
    @Test
    public final void aKeyIsFoundWhereItWasPut() {
        SubjectKeyStore store = emptyStore();

        assertThat(store.add(key(ONE, RecordClass.CLIENT, "a2V5"))).isTrue();
        assertThat(store.add(key(ONE, RecordClass.ORDER, "a2V6"))).isTrue();
        assertThat(store.find(ONE, RecordClass.CLIENT)).hasValue(key(ONE, RecordClass.CLIENT, "a2V5"));
        assertThat(store.find(OTHER, RecordClass.CLIENT)).isEmpty();
        assertThat(store.ofSubject(ONE))
                .containsExactlyInAnyOrder(key(ONE, RecordClass.CLIENT, "a2V5"), key(ONE, RecordClass.ORDER, "a2V6"));
        assertThat(store.ofSubject(OTHER)).isEmpty();
    }

    /** A second key would make what the first encrypted unreadable. */
    @Test
    public final void aKeyIsNeverReplaced() {
        SubjectKeyStore store = emptyStore();
        store.add(key(ONE, RecordClass.CLIENT, "a2V5"));

        assertThat(store.add(key(ONE, RecordClass.CLIENT, "b3Ro"))).isFalse();
        assertThat(store.find(ONE, RecordClass.CLIENT).orElseThrow().wrapped()).isEqualTo("a2V5");
    }

    /** What was destroyed is gone, is known to have been there, and does not come back. */
    @Test
    public final void aDestroyedKeyIsGoneForGood() {
        SubjectKeyStore store = emptyStore();
        store.add(key(ONE, RecordClass.CLIENT, "a2V5"));
        store.add(key(ONE, RecordClass.ORDER, "a2V6"));
        store.destroy(ONE, RecordClass.CLIENT, NOW.plusSeconds(9));
        store.destroy(ONE, RecordClass.CLIENT, NOW.plusSeconds(99));
        store.destroy(OTHER, RecordClass.CLIENT, NOW);

        SubjectKey gone = store.find(ONE, RecordClass.CLIENT).orElseThrow();
        assertThat(gone.isDestroyed()).isTrue();
        assertThat(gone.wrapped()).isEmpty();
        assertThat(gone.destroyedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(store.add(key(ONE, RecordClass.CLIENT, "b3Ro"))).isFalse();
        assertThat(store.find(ONE, RecordClass.ORDER).orElseThrow().isDestroyed())
                .isFalse();
        assertThat(store.find(OTHER, RecordClass.CLIENT)).isEmpty();
    }
}
