package io.bondtrader.security.password;

import io.bondtrader.core.error.InvalidInput;

/**
 * What a stored hash may cost at most before it is refused without work, so that a hash from outside cannot ask for
 * gigabytes or hours. Immutable.
 *
 * @param argon2MemoryKib memory of Argon2id in KiB
 * @param argon2Passes passes of Argon2id
 * @param argon2Lanes lanes of Argon2id
 * @param bcryptCost cost of bcrypt
 * @param pbkdf2Iterations iterations of PBKDF2
 */
public record CostCeilings(
        int argon2MemoryKib, int argon2Passes, int argon2Lanes, int bcryptCost, int pbkdf2Iterations) {

    /** Checks that each ceiling is positive. */
    public CostCeilings {
        InvalidInput.unless(argon2MemoryKib >= 8, "argon2MemoryKib", argon2MemoryKib, "at least 8");
        InvalidInput.unless(argon2Passes >= 1, "argon2Passes", argon2Passes, "at least 1");
        InvalidInput.unless(argon2Lanes >= 1, "argon2Lanes", argon2Lanes, "at least 1");
        InvalidInput.unless(bcryptCost >= 4, "bcryptCost", bcryptCost, "at least 4");
        InvalidInput.unless(pbkdf2Iterations >= 1, "pbkdf2Iterations", pbkdf2Iterations, "at least 1");
    }

    /** {@return 128 MiB, ten passes, eight lanes; bcrypt 15; two million iterations} */
    public static CostCeilings standard() {
        return new CostCeilings(131_072, 10, 8, 15, 2_000_000);
    }

    /**
     * Says whether a scheme stays below.
     *
     * @param scheme to be paid for
     * @return true if no cost is above its ceiling
     */
    public boolean admits(PasswordScheme scheme) {
        if (scheme instanceof PasswordScheme.Argon2id argon2) {
            return argon2.memoryKib() <= argon2MemoryKib
                    && argon2.passes() <= argon2Passes
                    && argon2.lanes() <= argon2Lanes;
        }
        if (scheme instanceof PasswordScheme.Bcrypt bcrypt) {
            return bcrypt.cost() <= bcryptCost;
        }
        return scheme instanceof PasswordScheme.Pbkdf2 pbkdf2 && pbkdf2.iterations() <= pbkdf2Iterations;
    }
}
