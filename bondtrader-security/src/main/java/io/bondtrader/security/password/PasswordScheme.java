package io.bondtrader.security.password;

import io.bondtrader.core.error.InvalidInput;

/**
 * A slow hash and its cost. What new hashes may cost at least is OWASP's Password Storage Cheat Sheet; see {@link
 * #meetsFloor()}. Immutable and safe for use by many threads.
 */
public sealed interface PasswordScheme {

    /** {@return whether the cost reaches OWASP's recommendation, so that new hashes may be made with it} */
    boolean meetsFloor();

    /**
     * Says whether this is as good as what is wanted now.
     *
     * @param wanted the scheme of new hashes
     * @return true if the algorithm is the same and no cost is below
     */
    boolean asStrongAs(PasswordScheme wanted);

    /** {@return OWASP's first choice: Argon2id with 19 MiB, two passes and one lane} */
    static PasswordScheme standard() {
        return new Argon2id(19_456, 2, 1);
    }

    /**
     * Argon2id, RFC 9106, version 1.3.
     *
     * @param memoryKib memory in KiB, at least eight a lane
     * @param passes over the memory, at least one
     * @param lanes of memory, from one to 255
     */
    record Argon2id(int memoryKib, int passes, int lanes) implements PasswordScheme {
        /** Checks the bounds of RFC 9106, section 3.1. */
        public Argon2id {
            InvalidInput.unless(lanes >= 1 && lanes <= 255, "lanes", lanes, "from 1 to 255");
            InvalidInput.unless(memoryKib >= 8 * lanes, "memoryKib", memoryKib, "at least 8 a lane");
            InvalidInput.unless(passes >= 1, "passes", passes, "at least 1");
        }

        @Override
        public boolean meetsFloor() {
            // OWASP's equal rows: 46 MiB t1, 19 MiB t2, 12 MiB t3, 9 MiB t4, 7 MiB t5.
            int floor = switch (Math.min(passes, 5)) {
                case 1 -> 47_104;
                case 2 -> 19_456;
                case 3 -> 12_288;
                case 4 -> 9_216;
                default -> 7_168;
            };
            return memoryKib >= floor;
        }

        @Override
        public boolean asStrongAs(PasswordScheme wanted) {
            return wanted instanceof Argon2id other && memoryKib >= other.memoryKib && passes >= other.passes;
        }
    }

    /**
     * bcrypt in its version 2b. Takes no more than 72 bytes of password, unless there is a pepper.
     *
     * @param cost the logarithm to base two of its rounds, from 4 to 31
     */
    record Bcrypt(int cost) implements PasswordScheme {
        /** Checks the bounds of the format. */
        public Bcrypt {
            InvalidInput.unless(cost >= 4 && cost <= 31, "cost", cost, "from 4 to 31");
        }

        @Override
        public boolean meetsFloor() {
            return cost >= 10;
        }

        @Override
        public boolean asStrongAs(PasswordScheme wanted) {
            return wanted instanceof Bcrypt other && cost >= other.cost;
        }
    }

    /**
     * PBKDF2 with HMAC-SHA-256, RFC 8018, for where FIPS 140 is asked for.
     *
     * @param iterations of HMAC, at least one
     */
    record Pbkdf2(int iterations) implements PasswordScheme {
        /** Checks that there is work at all. */
        public Pbkdf2 {
            InvalidInput.unless(iterations >= 1, "iterations", iterations, "at least 1");
        }

        @Override
        public boolean meetsFloor() {
            return iterations >= 600_000;
        }

        @Override
        public boolean asStrongAs(PasswordScheme wanted) {
            return wanted instanceof Pbkdf2 other && iterations >= other.iterations;
        }
    }
}
