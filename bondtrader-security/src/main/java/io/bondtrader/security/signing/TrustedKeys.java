package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.SignatureRejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The public keys that somebody trusts, and how many of them must have signed. Immutable and safe for use by any thread.
 *
 * <p>While keys rotate, trust the old one and the new one; a note may carry both signatures. Take the old one out once
 * nothing that it alone signed must verify any more.
 */
public final class TrustedKeys {

    private final List<NoteVerifier> keys;
    private final int required;

    private TrustedKeys(List<NoteVerifier> keys, int required) {
        this.keys = keys;
        this.required = required;
    }

    /**
     * Trusts keys; one of them must have signed.
     *
     * @param keys those to trust
     * @return the keys
     * @throws InvalidInput if there is none, or one is there twice, under whatever names
     */
    public static TrustedKeys of(Collection<NoteVerifier> keys) {
        InvalidInput.unless(!keys.isEmpty(), "number of trusted keys", 0, "1 or more");
        List<NoteVerifier> list = List.copyOf(keys);
        for (int i = 0; i < list.size(); i++) {
            for (NoteVerifier other : list.subList(0, i)) {
                // Twice under two names, one key would count as two signers.
                InvalidInput.unless(!list.get(i).hasKeyOf(other), "trusted key", list.get(i), "another than " + other);
            }
        }
        return new TrustedKeys(list, 1);
    }

    /**
     * Trusts keys; one of them must have signed.
     *
     * @param keys those to trust
     * @return the keys
     * @throws InvalidInput if there is none, or one is there twice, under whatever names
     */
    public static TrustedKeys of(NoteVerifier... keys) {
        return of(List.of(keys));
    }

    /**
     * Asks for more signatures.
     *
     * @param signers how many of the keys must have signed
     * @return keys that ask for so many
     * @throws InvalidInput if it is below 1 or above the number of keys
     */
    public TrustedKeys requiring(int signers) {
        InvalidInput.unless(signers >= 1 && signers <= keys.size(), "required signers", signers, "1 to " + keys.size());
        return new TrustedKeys(keys, signers);
    }

    /**
     * Verifies a note and gives out what it says. Signatures of keys that are not trusted count for nothing.
     *
     * @param note the signed note
     * @return its text, who signed it, and when its witnesses did; the times are for the caller to judge
     * @throws InvalidInput if it is no signed note
     * @throws SignatureRejected if too few trusted keys signed, or the signature of one of them does not verify
     */
    public OpenedNote open(String note) {
        SignedNote parsed = SignedNote.parse(note);
        byte[] message = StrictText.utf8("text", parsed.text());
        Set<SignedNote.Signature> seen = new HashSet<>();
        List<NoteVerifier> signers = new ArrayList<>();
        Map<NoteVerifier, Instant> times = new HashMap<>();
        for (SignedNote.Signature signature : parsed.signatures()) {
            SignedNote.Signature key = new SignedNote.Signature(signature.name(), signature.keyId(), "");
            InvalidInput.unless(seen.add(key), "signatures of " + signature.name(), "more", "one for each key");
            for (NoteVerifier verifier : keys) {
                if (signature.isOf(verifier)) {
                    if (!verifier.verifies(message, signature.bytes())) {
                        throw new SignatureRejected("the signature of " + verifier + " does not verify");
                    }
                    signers.add(verifier);
                    if (verifier.isWitness()) {
                        times.put(verifier, Instant.ofEpochSecond(Cosignature.seconds(signature.bytes())));
                    }
                }
            }
        }
        if (signers.size() < required) {
            throw new SignatureRejected(signers.size() + " trusted keys signed the note, " + required + " must");
        }
        return new OpenedNote(parsed.text(), signers, times);
    }

    @Override
    public String toString() {
        return "TrustedKeys[" + required + " of " + keys + "]";
    }
}
