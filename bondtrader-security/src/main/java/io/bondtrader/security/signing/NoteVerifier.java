package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public key with its name: enough to verify, no secret. Immutable and safe for use by any thread.
 *
 * <p>Source: C2SP signed-note, signature types 0x01 (Ed25519) and 0x04 (Ed25519 with the time); its text form is {@code name+id+key} of the same family of
 * tools. A key that is not a point of the curve's large group is refused when it is loaded.
 */
public final class NoteVerifier {

    private static final byte ED25519 = 0x01;

    /** A witness's key, which signs checkpoints with the time (C2SP tlog-cosignature). */
    private static final byte COSIGNATURE = 0x04;

    private static final int LONGEST_NAME = 128;

    private final String name;
    private final byte type;
    private final byte[] publicKey;
    private final byte[] id;

    private NoteVerifier(String name, byte type, byte[] publicKey) {
        this.name = name;
        this.type = type;
        this.publicKey = publicKey;
        MessageDigest sha = HashValue.sha256();
        sha.update(name.getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) '\n');
        sha.update(type);
        this.id = Arrays.copyOf(sha.digest(publicKey), 4);
    }

    /**
     * Takes a public key.
     *
     * @param name the key's: printable ASCII without space and plus, at most 128 characters; {@code example.com/log42}
     * @param publicKey 32 bytes, RFC 8032, copied
     * @return the verifier
     * @throws InvalidInput if the name is none, or the key is no point of the large group: of small order among others
     */
    public static NoteVerifier of(String name, byte[] publicKey) {
        return of(name, ED25519, publicKey);
    }

    /**
     * Takes the public key of a witness, whose signatures hold the time ({@link Cosigner} makes them).
     *
     * @param name the key's, by the rule of {@link #of}
     * @param publicKey 32 bytes, RFC 8032, copied
     * @return the verifier
     * @throws InvalidInput if the name is none, or the key is no point of the large group: of small order among others
     */
    public static NoteVerifier witness(String name, byte[] publicKey) {
        return of(name, COSIGNATURE, publicKey);
    }

    private static NoteVerifier of(String name, byte type, byte[] publicKey) {
        requireName(name);
        byte[] copy = publicKey.clone();
        InvalidInput.unless(copy.length == Ed25519.PUBLIC_KEY_SIZE, "length of public key", copy.length, "32 bytes");
        if (!Ed25519.validatePublicKeyFull(copy, 0)) {
            throw new InvalidInput(
                    "public key of " + name, StrictText.toBase64(copy), "a point of Ed25519's large group");
        }
        return new NoteVerifier(name, type, copy);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @param text {@code name+id+key}: the id as 8 hexadecimal digits, type and key as Base64
     * @return the verifier
     * @throws InvalidInput if the text is anything else, of another type, or the id is not that of the key
     */
    public static NoteVerifier parse(String text) {
        String rule = "name+id+key with an Ed25519 key";
        InvalidInput.unless(text.length() <= 256, "length of verifier key", text.length(), "at most 256 characters");
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second < 0) {
            throw InvalidInput.unreadable("verifier key", text, rule);
        }
        byte[] typed = StrictText.base64("verifier key", text.substring(second + 1));
        if (typed.length != 1 + Ed25519.PUBLIC_KEY_SIZE || (typed[0] != ED25519 && typed[0] != COSIGNATURE)) {
            throw InvalidInput.unreadable("verifier key", text, rule);
        }
        NoteVerifier verifier = of(text.substring(0, first), typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!verifier.keyId().equals(text.substring(first + 1, second))) {
            throw InvalidInput.unreadable("verifier key", text, "one whose id is that of its key");
        }
        return verifier;
    }

    static void requireName(String name) {
        InvalidInput.unless(
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '+'),
                "key name",
                name,
                "1 to " + LONGEST_NAME + " printable ASCII characters without space and plus");
    }

    /**
     * Says whether a signature is this key's over a message.
     *
     * @param message what was signed
     * @param signature 64 bytes, of a witness 72; of any other length it is not valid
     * @return whether it is valid by RFC 8032, with an S below the group's order
     */
    public boolean verifies(byte[] message, byte[] signature) {
        if (isWitness()) {
            if (signature.length != Cosignature.TIME_BYTES + Ed25519.SIGNATURE_SIZE) {
                return false;
            }
            long seconds = Cosignature.seconds(signature);
            byte[] timed = Cosignature.message(seconds, message);
            return Cosignature.isTime(seconds)
                    && Ed25519.verify(signature, Cosignature.TIME_BYTES, publicKey, 0, timed, 0, timed.length);
        }
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    /** {@return whether it is the key of a witness, whose signatures hold the time} */
    public boolean isWitness() {
        return type == COSIGNATURE;
    }

    /** {@return the key's name} */
    public String name() {
        return name;
    }

    /** {@return the first four bytes of SHA-256(name ‖ newline ‖ type ‖ key), as 8 hexadecimal digits} */
    public String keyId() {
        return HexFormat.of().formatHex(id).toLowerCase(Locale.ROOT);
    }

    /** {@return a copy of the key's 32 bytes} */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** {@return the verifier as text to hand out: {@code name+id+key}} */
    public String text() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = type;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return name + "+" + keyId() + "+" + StrictText.toBase64(typed);
    }

    boolean hasKeyOf(NoteVerifier other) {
        return MessageDigest.isEqual(publicKey, other.publicKey);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier that && type == that.type && name.equals(that.name) && hasKeyOf(that);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(id);
    }

    @Override
    public String toString() {
        return "NoteVerifier[" + name + "+" + keyId() + "]";
    }
}
