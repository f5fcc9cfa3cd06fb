package io.bondtrader.security.token.jose;

import io.bondtrader.security.error.KeyRefused;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** RSA on the JDK, PKCS#1 v1.5 or PSS (RFC 7518, sections 3.3 and 3.5). */
final class RsaCheck implements SignatureCheck {

    private static final int SHORTEST = 2048;
    private static final int LONGEST = 8192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final int LONGEST_EXPONENT = 64;
    private static final List<Residues> ROCA = rocaResidues();

    /** What a prime leaves of every modulus made by the library that ROCA broke. */
    private record Residues(BigInteger prime, Set<Integer> reached) {}

    private final PublicKey key;
    private final String name;
    private final @Nullable AlgorithmParameterSpec parameters;
    private final int length;

    /** Preparing costs as much as a tenth of the check: whoever comes first takes the prepared one. */
    private final AtomicReference<@Nullable Signature> idle = new AtomicReference<>();

    private RsaCheck(PublicKey key, String name, @Nullable AlgorithmParameterSpec parameters, int length) {
        this.key = key;
        this.name = name;
        this.parameters = parameters;
        this.length = length;
    }

    /** Refuses weak keys: short, of a small or even exponent, with small factors, or made as ROCA's were. */
    static RsaCheck of(SignatureAlgorithm algorithm, BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        if (bits < SHORTEST || bits > LONGEST) {
            throw new KeyRefused("an RSA key must have " + SHORTEST + " to " + LONGEST + " bits, has " + bits);
        }
        if (exponent.compareTo(LEAST_EXPONENT) < 0 || !exponent.testBit(0) || exponent.bitLength() > LONGEST_EXPONENT) {
            throw new KeyRefused("an RSA key's exponent must be odd, from 65537 and at most 64 bits long");
        }
        if (!modulus.testBit(0)
                || ROCA.stream().anyMatch(r -> modulus.mod(r.prime).signum() == 0)) {
            throw new KeyRefused("an RSA key's modulus must have no small factor");
        }
        if (ROCA.stream().allMatch(r -> r.reached.contains(modulus.mod(r.prime).intValue()))) {
            throw new KeyRefused("an RSA key must not bear the mark of CVE-2017-15361 (ROCA)");
        }
        return unchecked(algorithm, modulus, exponent);
    }

    /** Takes any key that the JDK takes, for published cases. */
    static RsaCheck unchecked(SignatureAlgorithm algorithm, BigInteger modulus, BigInteger exponent) {
        String hash = algorithm.hashName();
        boolean pss = algorithm.joseName().startsWith("PS");
        int salt = Integer.parseInt(hash.substring(4)) / 8;
        try {
            return new RsaCheck(
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)),
                    pss ? "RSASSA-PSS" : hash.replace("-", "") + "withRSA",
                    pss ? new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1) : null,
                    (modulus.bitLength() + 7) / 8);
        } catch (GeneralSecurityException unusable) {
            throw new KeyRefused("an RSA key must be one that this Java takes");
        }
    }

    /** Powers of 65537 modulo the primes to 167: all moduli of CVE-2017-15361 are among them, others almost never. */
    private static List<Residues> rocaResidues() {
        List<Residues> all = new ArrayList<>();
        for (int prime = 3; prime <= 167; prime += 2) {
            if (BigInteger.valueOf(prime).isProbablePrime(50)) {
                Set<Integer> reached = new HashSet<>();
                int power = 1;
                while (reached.add(power)) {
                    power = (int) (power * 65_537L % prime);
                }
                all.add(new Residues(BigInteger.valueOf(prime), Set.copyOf(reached)));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != length) {
            return false;
        }
        try {
            Signature kept = idle.getAndSet(null);
            Signature verifier = kept == null ? prepared() : kept;
            verifier.update(message);
            boolean verifies = verifier.verify(signature);
            // Back to its start by now; one that threw is not kept.
            idle.set(verifier);
            return verifies;
        } catch (SignatureException none) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    private Signature prepared() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(name);
        if (parameters != null) {
            verifier.setParameter(parameters);
        }
        verifier.initVerify(key);
        return verifier;
    }
}
