package io.bondtrader.compliance.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.retention.ArchiveStore;
import io.bondtrader.core.error.BondTraderException;
import org.junit.jupiter.api.Test;

/** What every store of archives does. */
public abstract class ArchiveStoreContract {

    /** Creates the kit. */
    protected ArchiveStoreContract() {}

    /** {@return a store without archives} */
    protected abstract ArchiveStore emptyStore();

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** What was put is there, under its own name. */
    @Test
    public final void aFileIsReadAsItWasPut() {
        ArchiveStore store = emptyStore();
        store.put("000-007", "ORDER.jsonl.gz", bytes("orders"));
        store.put("000-007", "manifest.json", bytes("{}"));
        store.put("007-009", "manifest.json", bytes("[]"));

        assertThat(store.get("000-007", "ORDER.jsonl.gz")).hasValue(bytes("orders"));
        assertThat(store.get("007-009", "manifest.json")).hasValue(bytes("[]"));
        assertThat(store.get("007-009", "ORDER.jsonl.gz")).isEmpty();
        assertThat(store.archives()).containsExactly("000-007", "007-009");
    }

    /** Nobody writes over an archive; the same bytes may come again after a crash. */
    @Test
    public final void aFileIsNeverReplaced() {
        ArchiveStore store = emptyStore();
        store.put("1-2", "leaves.bin", bytes("one"));
        store.put("1-2", "leaves.bin", bytes("one"));

        assertThatThrownBy(() -> store.put("1-2", "leaves.bin", bytes("two"))).isInstanceOf(BondTraderException.class);
        assertThat(store.get("1-2", "leaves.bin")).hasValue(bytes("one"));
    }

    /** What is deleted is gone, and deleting it twice is no failure. */
    @Test
    public final void aDeletedFileIsGone() {
        ArchiveStore store = emptyStore();
        store.put("1-2", "a", bytes("x"));
        store.put("1-2", "b", bytes("y"));
        store.delete("1-2", "a");
        store.delete("1-2", "a");
        store.delete("3-4", "a");

        assertThat(store.get("1-2", "a")).isEmpty();
        assertThat(store.get("1-2", "b")).hasValue(bytes("y"));
    }

    /** A store without archives has none. */
    @Test
    public final void anEmptyStoreHasNoArchives() {
        assertThat(emptyStore().archives()).isEmpty();
        assertThat(emptyStore().get("1-2", "a")).isEmpty();
    }
}
