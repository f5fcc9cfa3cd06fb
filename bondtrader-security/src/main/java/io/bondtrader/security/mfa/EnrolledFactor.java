package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.mfa.OneTimeSecret.Hash;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A factor of an account, or one that is about to become one.
 *
 * <p>Immutable.
 *
 * @param id names it among the factors of the account
 * @param kind of factor
 * @param label how the user calls it, up to 60 characters
 * @param state pending until its possession was proved, then active
 * @param material by which it is checked
 */
public record EnrolledFactor(String id, Factor kind, String label, State state, Material material) {

    /** Checks the label. */
    public EnrolledFactor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(material, "material");
        boolean printable = label.chars().noneMatch(Character::isISOControl);
        InvalidInput.unless(
                !label.isBlank() && label.length() <= 60 && printable, "label", label, "1 to 60 printable characters");
    }

    /** How far enrolment is. */
    public sealed interface State permits Pending, Active {}

    /**
     * Begun and not confirmed; proves nothing.
     *
     * @param session reference of the one in which it must be confirmed
     * @param until when at the latest
     * @param replaces the factor that goes when this one is confirmed; null if none does
     */
    public record Pending(
            String session, Instant until, @Nullable String replaces) implements State {}

    /**
     * Confirmed.
     *
     * @param since when
     */
    public record Active(Instant since) implements State {}

    /** By what a factor is checked. */
    public sealed interface Material permits OneTimeKey, TokenKey {}

    /**
     * The key of one-time codes.
     *
     * @param protectedKey as {@link SecretProtector#protect} gave it
     * @param hash of the codes
     * @param digits of a code
     */
    public record OneTimeKey(String protectedKey, Hash hash, int digits) implements Material {
        @Override
        public String toString() {
            return "OneTimeKey[" + hash + ", " + digits + " digits]";
        }
    }

    /**
     * The public key of a hardware token.
     *
     * @param credentialId the token's own name for the key, in base64url; of 16 to 1023 bytes
     * @param publicKey as its verifier writes it
     * @param counter of signatures when last seen; zero if the token does not count
     * @param backupEligible whether the key may be copied to other devices
     */
    public record TokenKey(String credentialId, String publicKey, long counter, boolean backupEligible)
            implements Material {

        /** Checks the bounds of WebAuthn. */
        public TokenKey {
            int length = credentialId.length();
            boolean fits =
                    length >= 22 && length <= 1364 && credentialId.chars().allMatch(TokenKey::isBase64Url);
            InvalidInput.unless(fits, "credential id", credentialId, "16 to 1023 bytes in base64url");
            InvalidInput.unless(counter >= 0, "counter", counter, "at least 0");
        }

        private static boolean isBase64Url(int c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        }

        TokenKey counted(long seen) {
            return new TokenKey(credentialId, publicKey, seen, backupEligible);
        }
    }

    /** {@return whether it counts as a factor} */
    public boolean active() {
        return state instanceof Active;
    }

    EnrolledFactor activated(Instant now) {
        return new EnrolledFactor(id, kind, label, new Active(now), material);
    }

    EnrolledFactor with(Material changed) {
        return new EnrolledFactor(id, kind, label, state, changed);
    }
}
