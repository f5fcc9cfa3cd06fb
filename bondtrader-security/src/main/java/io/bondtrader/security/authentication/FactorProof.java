package io.bondtrader.security.authentication;

import java.util.Objects;

/** What a user shows as second factor. Immutable but for the backup code, which is wiped when used; prints nothing of it. */
public sealed interface FactorProof {

    /**
     * A code of an app or a button.
     *
     * @param factor its identifier
     * @param code as typed
     */
    record OneTimeCode(String factor, String code) implements FactorProof {

        /** Checks that nothing is missing. */
        public OneTimeCode {
            Objects.requireNonNull(factor, "factor");
            Objects.requireNonNull(code, "code");
        }

        @Override
        public String toString() {
            return "OneTimeCode[" + factor + "]";
        }
    }

    /** A code from the list on paper. */
    final class BackupCode implements FactorProof {

        private final char[] typed;

        /**
         * Takes a code over.
         *
         * @param typed as typed; not copied, wiped when used
         */
        public BackupCode(char[] typed) {
            this.typed = Objects.requireNonNull(typed);
        }

        char[] typed() {
            return typed;
        }

        @Override
        public String toString() {
            return "BackupCode[hidden]";
        }
    }

    /**
     * The answer of a hardware token.
     *
     * @param ceremony identifier of its challenge
     * @param transaction that the challenge was for; empty for none
     * @param answer as the browser sent it
     */
    record TokenAnswer(String ceremony, String transaction, String answer) implements FactorProof {

        /** Checks that nothing is missing. */
        public TokenAnswer {
            Objects.requireNonNull(ceremony, "ceremony");
            Objects.requireNonNull(transaction, "transaction");
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public String toString() {
            return "TokenAnswer[hidden]";
        }
    }
}
