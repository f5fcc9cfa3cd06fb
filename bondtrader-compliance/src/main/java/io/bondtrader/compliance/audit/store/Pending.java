package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.KeyChange;
import io.bondtrader.compliance.audit.internal.PreparedEntry;
import io.bondtrader.security.signing.NoteSigner;
import io.bondtrader.security.signing.NoteVerifier;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for a commit, next to one another.
 *
 * @param entries their bytes; none yet for a change of keys, whose event names its place
 * @param bytes how long they are
 * @param rotation the change of keys, if it is one
 * @param done completed with the first one's place
 */
record Pending(
        List<PreparedEntry> entries, long bytes, @Nullable Rotation rotation, CompletableFuture<Long> done) {

    /**
     * A change of keys that was asked for.
     *
     * @param kind what changes
     * @param key about which key
     * @param signer of an added key
     * @param lastGoodSize of a revoked key
     * @param actor who asks
     */
    record Rotation(
            KeyChange.Kind kind, NoteVerifier key, @Nullable NoteSigner signer, long lastGoodSize, String actor) {}

    static Pending of(List<PreparedEntry> entries) {
        long bytes = 0;
        for (PreparedEntry entry : entries) {
            bytes += 2L + entry.length();
        }
        return new Pending(entries, bytes, null, new CompletableFuture<>());
    }

    static Pending of(Rotation rotation) {
        return new Pending(List.of(), 0, rotation, new CompletableFuture<>());
    }

    int events() {
        return rotation == null ? entries.size() : 1;
    }
}
