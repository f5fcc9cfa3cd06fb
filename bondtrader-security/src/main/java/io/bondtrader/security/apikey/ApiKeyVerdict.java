package io.bondtrader.security.apikey;

import io.bondtrader.security.identity.Principal;
import java.util.Set;

/** What became of a key that was presented. To a client all refusals are the same. Immutable. */
public sealed interface ApiKeyVerdict {

    /**
     * The key is good.
     *
     * @param principal whose it is, with the key as evidence
     * @param id public identifier
     * @param version which version it is
     * @param scopes what it may be used for
     */
    record Accepted(Principal principal, String id, int version, Set<String> scopes) implements ApiKeyVerdict {

        /**
         * Says whether the key may be used for something.
         *
         * @param scope in the application's words
         * @return whether it is among the key's scopes
         */
        public boolean allows(String scope) {
            return scopes.contains(scope);
        }
    }

    /**
     * The key is not good.
     *
     * @param reason why, for the log
     */
    record Refused(Reason reason) implements ApiKeyVerdict {}

    /** Why a key was refused. */
    enum Reason {
        /** It has another form, or its checksum is wrong; the store was not asked. */
        MALFORMED,
        /** It is of another environment; the store was not asked. */
        OTHER_ENVIRONMENT,
        /** There is no such key, or its secret is another. */
        UNKNOWN,
        /** Its time is over. */
        EXPIRED,
        /** It was replaced, and the time for both is over. */
        REPLACED,
        /** It was revoked. */
        REVOKED
    }
}
