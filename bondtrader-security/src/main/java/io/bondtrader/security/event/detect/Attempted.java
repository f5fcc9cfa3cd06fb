package io.bondtrader.security.event.detect;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.IpAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What events of signing in mean to detectors. */
final class Attempted {

    private static final Set<String> PROOFS = Set.of("password", "factor", "backup_codes", "hardware_token");
    private static final Set<String> AT_ACCOUNT = Set.of("limit_account", "wait", "locked");

    private Attempted() {}

    /** A password was tried and was wrong; a session or token that has expired is no guess. */
    static boolean wrongPassword(SecurityEvent event) {
        return tried(event) && event.subject().equals("password");
    }

    /** A password or second factor was tried on an account, or turned away because of earlier tries on it. */
    static boolean guess(SecurityEvent event) {
        int colon = event.subject().indexOf(':');
        String proof = colon < 0 ? event.subject() : event.subject().substring(0, colon);
        boolean turnedAway = event.type() == SecurityEventType.AUTHN_LOGIN_FAIL_MAX
                && AT_ACCOUNT.contains(event.details().getOrDefault("reason", ""));
        return event.account() != null && PROOFS.contains(proof) && (tried(event) || turnedAway);
    }

    /** Somebody is in. */
    static boolean signedIn(SecurityEvent event) {
        return event.type() == SecurityEventType.AUTHN_LOGIN_SUCCESS
                || event.type() == SecurityEventType.AUTHN_LOGIN_SUCCESS_AFTER_FAIL;
    }

    /** One subscriber: an address of version 4, half of one of version 6. */
    static String address(IpAddress source) {
        return "address " + source.network(source.isVersion4() ? 32 : 64);
    }

    /** The neighbourhood that one party can rent. */
    static String network(IpAddress source) {
        return source.isVersion4() ? "network " + source.network(24) + "/24" : "network " + source.network(48) + "/48";
    }

    /** Who did it, as far as that is known. */
    static String doer(SecurityEvent event) {
        @Nullable AccountId account = event.account();
        @Nullable IpAddress source = event.source();
        return account != null ? "account " + account : source != null ? address(source) : "unknown";
    }

    private static boolean tried(SecurityEvent event) {
        return event.type() == SecurityEventType.AUTHN_LOGIN_FAIL || event.type() == SecurityEventType.AUTHN_LOGIN_LOCK;
    }
}
