package io.bondtrader.security.secret;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.security.key.SymmetricKey;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How the key of an encrypted file comes from a passphrase. The costs stand in the file; ones below OWASP's floor or far
 * above are refused, whoever wrote them. Immutable.
 *
 * <p>Sources: RFC 9106 (Argon2id); RFC 8018 (PBKDF2, with HMAC-SHA-256); OWASP Password Storage Cheat Sheet for the floor.
 *
 * @param method the function
 * @param memoryKib memory in kibibytes, Argon2id alone
 * @param passes passes over memory, or iterations
 */
public record MasterKey(Method method, int memoryKib, int passes) {

    private static final int LEAST_MEMORY = 19 * 1024;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int LEAST_ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 20_000_000;
    private static final int SHORTEST = 12;

    /** The functions. */
    public enum Method {
        /** Argon2id with one lane. */
        ARGON2ID,
        /** PBKDF2 with HMAC-SHA-256, where rules ask for it. */
        PBKDF2
    }

    /**
     * Checks the cost.
     *
     * @throws UnsafeStorage if it is below the floor or too high to be meant
     */
    public MasterKey {
        boolean fits = method == Method.ARGON2ID
                ? memoryKib >= LEAST_MEMORY && memoryKib <= MOST_MEMORY && passes >= 2 && passes <= 100
                : memoryKib == 0 && passes >= LEAST_ITERATIONS && passes <= MOST_ITERATIONS;
        if (!fits) {
            throw new UnsafeStorage("the cost of a master key must be at OWASP's floor or above, within reason");
        }
    }

    /** {@return Argon2id with 64 MiB and three passes} */
    public static MasterKey argon2id() {
        return new MasterKey(Method.ARGON2ID, 64 * 1024, 3);
    }

    /** {@return PBKDF2 with 600,000 iterations} */
    public static MasterKey pbkdf2() {
        return new MasterKey(Method.PBKDF2, 0, LEAST_ITERATIONS);
    }

    SymmetricKey derive(char[] passphrase, byte[] salt) {
        InvalidInput.unless(
                passphrase.length >= SHORTEST,
                "length of the passphrase",
                passphrase.length,
                "at least " + SHORTEST + " characters");
        byte[] key = method == Method.ARGON2ID ? argon2id(passphrase, salt) : pbkdf2(passphrase, salt);
        try {
            return SymmetricKey.of(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] argon2id(char[] passphrase, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] key = new byte[SymmetricKey.BYTES];
        try (SecretValue utf8 = SecretValue.of(passphrase)) {
            utf8.use(bytes -> generator.generateBytes(bytes, key));
        }
        return key;
    }

    private byte[] pbkdf2(char[] passphrase, byte[] salt) {
        var specification = new PBEKeySpec(passphrase, salt, passes, 8 * SymmetricKey.BYTES);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has PBKDF2WithHmacSHA256", e);
        } finally {
            specification.clearPassword();
        }
    }
}
