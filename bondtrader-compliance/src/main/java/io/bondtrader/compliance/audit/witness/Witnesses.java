package io.bondtrader.compliance.audit.witness;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks several witnesses to cosign, and keeps only signatures that verify. For one thread at a time. */
public final class Witnesses {

    private final List<Witness> all;
    private final int required;
    private final Map<NoteVerifier, Long> lastSizes = new HashMap<>();

    private Witnesses(List<Witness> all, int required) {
        this.all = all;
        this.required = required;
    }

    /**
     * Takes witnesses.
     *
     * @param all the witnesses
     * @param required how many must cosign
     * @return those
     * @throws InvalidInput if more are required than there are, or a key is not a witness's
     */
    public static Witnesses of(List<? extends Witness> all, int required) {
        InvalidInput.unless(required >= 0 && required <= all.size(), "required", required, "0 to " + all.size());
        all.forEach(witness ->
                InvalidInput.unless(witness.key().isWitness(), "key", witness.key(), "the key of a witness"));
        return new Witnesses(List.copyOf(all), required);
    }

    /**
     * Has a checkpoint cosigned.
     *
     * @param checkpoint what is signed
     * @param note the same, signed by the log
     * @param trail proves that the log only grew
     * @return what they said
     */
    public WitnessReport cosign(Checkpoint checkpoint, String note, AuditTrail trail) {
        StringBuilder longer = new StringBuilder(note);
        List<NoteVerifier> cosigners = new ArrayList<>();
        Map<String, String> refusals = new LinkedHashMap<>();
        for (Witness witness : all) {
            WitnessAnswer answer = ask(witness, checkpoint, note, trail);
            String line = answer instanceof WitnessAnswer.Cosigned cosigned ? line(witness.key(), note, cosigned) : "";
            if (!line.isEmpty()) {
                lastSizes.put(witness.key(), checkpoint.size());
                cosigners.add(witness.key());
                longer.append(line);
            } else {
                refusals.put(name(witness.key()), reason(answer));
            }
        }
        return new WitnessReport(longer.toString(), cosigners, refusals, required);
    }

    private WitnessAnswer ask(Witness witness, Checkpoint checkpoint, String note, AuditTrail trail) {
        try {
            long known = lastSizes.getOrDefault(witness.key(), 0L);
            WitnessAnswer answer = witness.addCheckpoint(known, growth(known, checkpoint, trail), note);
            // It knows better than this what it signed last: asked once more, from there.
            if (answer instanceof WitnessAnswer.SignedOther other
                    && other.size() >= 0
                    && other.size() <= checkpoint.size()
                    && other.size() != known) {
                return witness.addCheckpoint(other.size(), growth(other.size(), checkpoint, trail), note);
            }
            return answer;
        } catch (BondTraderException failed) {
            return new WitnessAnswer.Refused(failed.getClass().getSimpleName());
        }
    }

    private static List<HashValue> growth(long from, Checkpoint checkpoint, AuditTrail trail) {
        return from == 0
                ? List.of()
                : trail.consistency(from, checkpoint.size()).path();
    }

    /** The witness's own line, if it verifies; what else was sent is dropped. */
    private static String line(NoteVerifier key, String note, WitnessAnswer.Cosigned cosigned) {
        for (String line : cosigned.lines().split("\n", -1)) {
            if (line.startsWith("— " + key.name() + " ") && signed(key, note + line + "\n")) {
                return line + "\n";
            }
        }
        return "";
    }

    private static boolean signed(NoteVerifier key, String note) {
        try {
            TrustedKeys.of(key).open(note);
            return true;
        } catch (BondTraderException refused) {
            return false;
        }
    }

    private static String name(NoteVerifier key) {
        return key.name() + "+" + key.keyId();
    }

    private static String reason(WitnessAnswer answer) {
        if (answer instanceof WitnessAnswer.Refused refused) {
            return refused.reason();
        }
        return answer instanceof WitnessAnswer.SignedOther other
                ? "it signed size " + other.size()
                : "its signature does not verify";
    }
}
