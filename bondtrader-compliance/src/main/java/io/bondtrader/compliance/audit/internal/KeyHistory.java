package io.bondtrader.compliance.audit.internal;

import io.bondtrader.compliance.audit.KeyChange;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which keys sign a log at each size, told from its first keys and the changes in it. Immutable.
 *
 * <p>While several keys are active, all of them sign every checkpoint: none of them alone can go on with the log.
 */
public final class KeyHistory {

    private record Stretch(NoteVerifier key, long from, long until) {}

    private final List<NoteVerifier> active;
    private final List<Stretch> alone;
    private final long since;
    private final OptionalLong doubtful;

    private KeyHistory(List<NoteVerifier> active, List<Stretch> alone, long since, OptionalLong doubtful) {
        this.active = List.copyOf(active);
        this.alone = List.copyOf(alone);
        this.since = since;
        this.doubtful = doubtful;
    }

    /**
     * Begins with the keys that somebody trusts from the start.
     *
     * @param first the keys
     * @return the history
     */
    public static KeyHistory startingWith(List<NoteVerifier> first) {
        return new KeyHistory(first, List.of(), 0, OptionalLong.empty());
    }

    /** {@return the keys that sign checkpoints now} */
    public List<NoteVerifier> active() {
        return active;
    }

    /** {@return the first index for which only a key vouched that was revoked from before it} */
    public OptionalLong doubtfulFrom() {
        return doubtful;
    }

    /**
     * Tells who must sign the checkpoint right after a change.
     *
     * @param change the change; null without one
     * @return the keys
     */
    public List<NoteVerifier> signersWith(@Nullable KeyChange change) {
        if (change == null || change.kind() == KeyChange.Kind.RETIRED) {
            return active;
        }
        List<NoteVerifier> signers = new ArrayList<>(active);
        if (change.kind() == KeyChange.Kind.ADDED) {
            signers.add(change.key());
        } else {
            signers.remove(change.key());
        }
        return signers;
    }

    /**
     * Says what is wrong with a change.
     *
     * @param change the change
     * @param index of its event
     * @return what, or null
     */
    public @Nullable String objection(KeyChange change, long index) {
        boolean known = active.contains(change.key());
        if (change.effectiveSize() != index + 1) {
            return "a change of keys names another size than its own";
        }
        if (change.kind() == KeyChange.Kind.ADDED) {
            return known ? "a key is added that is active" : null;
        }
        if (!known) {
            return "a key is taken out that is not active";
        }
        return active.size() == 1 ? "the last key is taken out" : null;
    }

    /**
     * Goes on after a change that has no objection.
     *
     * @param change the change
     * @return the history
     */
    public KeyHistory after(KeyChange change) {
        List<NoteVerifier> next = new ArrayList<>(signersWith(change));
        next.remove(change.kind() == KeyChange.Kind.RETIRED ? change.key() : null);
        List<Stretch> stretches = new ArrayList<>(alone);
        if (active.size() == 1) {
            stretches.add(new Stretch(active.get(0), since, change.effectiveSize()));
        }
        long from = doubtful.orElse(Long.MAX_VALUE);
        if (change.kind() == KeyChange.Kind.REVOKED) {
            for (Stretch stretch : stretches) {
                if (stretch.key().equals(change.key()) && stretch.until() - 1 > change.lastGoodSize()) {
                    from = Math.min(from, Math.max(stretch.from(), change.lastGoodSize()));
                }
            }
        }
        return new KeyHistory(
                next,
                stretches,
                change.effectiveSize(),
                from == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(from));
    }

    /**
     * Says whether keys signed a note, all of them.
     *
     * @param note the signed note
     * @param signers the keys
     * @return whether they did
     */
    public static boolean signed(String note, List<NoteVerifier> signers) {
        try {
            TrustedKeys.of(signers).requiring(signers.size()).open(note);
            return true;
        } catch (BondTraderException refused) {
            return false;
        }
    }
}
