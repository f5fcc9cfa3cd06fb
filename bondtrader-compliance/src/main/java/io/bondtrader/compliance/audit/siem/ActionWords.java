package io.bondtrader.compliance.audit.siem;

/** What an action is about, told from its words; systems outside know few kinds, ours are open. */
final class ActionWords {

    /** Kinds that systems outside tell apart. */
    enum Kind {
        SIGN_IN,
        SIGN_OUT,
        ACCESS_CHANGE,
        ENTITY,
        DATA_STORE,
        ABUSE_ALERT,
        CONTROL_BREACH,
        CALL
    }

    /** What was done to what there is. */
    enum Verb {
        CREATE,
        READ,
        UPDATE,
        DELETE,
        OTHER
    }

    private static final String[] CREATED = {
        "create", "issue", "register", "enrol", "open", "propose", "submit", "place"
    };
    private static final String[] SEEN = {"read", "access", "view", "export", "query", "verif", "price", "value"};
    private static final String[] GONE = {"delete", "erase", "destroy", "revoke", "remove", "close", "archive", "cancel"
    };
    private static final String[] CHANGED = {
        "update", "change", "amend", "execut", "fill", "approve", "release", "rotate", "renew", "assign", "grant", "set"
    };

    private ActionWords() {}

    static Kind kind(String action) {
        if (action.startsWith("security.authn_") || action.startsWith("security.session_")) {
            boolean ends = action.endsWith("_expired") || action.endsWith("_revoked") || action.endsWith("_delete");
            return ends ? Kind.SIGN_OUT : Kind.SIGN_IN;
        }
        if (action.startsWith("security.authz_change")
                || action.startsWith("security.privilege_")
                || action.startsWith("access.")) {
            return Kind.ACCESS_CHANGE;
        }
        if (action.startsWith("security.user_") || action.startsWith("client.")) {
            return Kind.ENTITY;
        }
        if (action.startsWith("security.sensitive_")
                || action.startsWith("security.crypt_")
                || action.startsWith("secret.")
                || action.startsWith("store.")) {
            return Kind.DATA_STORE;
        }
        if (action.startsWith("surveillance.")) {
            return Kind.ABUSE_ALERT;
        }
        return action.startsWith("control.") || action.startsWith("limit.") ? Kind.CONTROL_BREACH : Kind.CALL;
    }

    static Verb verb(String action) {
        String last = action.substring(action.lastIndexOf('.') + 1);
        if (holds(last, CREATED)) {
            return Verb.CREATE;
        }
        if (holds(last, GONE)) {
            return Verb.DELETE;
        }
        if (holds(last, CHANGED)) {
            return Verb.UPDATE;
        }
        return holds(last, SEEN) ? Verb.READ : Verb.OTHER;
    }

    private static boolean holds(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
