package io.bondtrader.security.event;

import io.bondtrader.core.alert.Severity;

/**
 * What can happen. The words are those of OWASP's Application Logging Vocabulary where it has one; the rest follow its
 * pattern and say so.
 */
public enum SecurityEventType {
    /** A user signed in. */
    AUTHN_LOGIN_SUCCESS("authn_login_success", Severity.INFO),
    /** A user signed in after failures. */
    AUTHN_LOGIN_SUCCESS_AFTER_FAIL("authn_login_successafterfail", Severity.INFO),
    /** A sign-in, or a proof of identity, failed. */
    AUTHN_LOGIN_FAIL("authn_login_fail", Severity.WARNING),
    /** A limit of failed sign-ins was reached. */
    AUTHN_LOGIN_FAIL_MAX("authn_login_fail_max", Severity.WARNING),
    /** An account or a factor was locked. */
    AUTHN_LOGIN_LOCK("authn_login_lock", Severity.WARNING),
    /** A password was changed. */
    AUTHN_PASSWORD_CHANGE("authn_password_change", Severity.INFO),
    /** A password was not changed. */
    AUTHN_PASSWORD_CHANGE_FAIL("authn_password_change_fail", Severity.WARNING),
    /** A user was in two places at once. */
    AUTHN_IMPOSSIBLE_TRAVEL("authn_impossible_travel", Severity.CRITICAL),
    /** A token or an API key was issued. */
    AUTHN_TOKEN_CREATED("authn_token_created", Severity.INFO),
    /** A token or an API key was revoked. */
    AUTHN_TOKEN_REVOKED("authn_token_revoked", Severity.INFO),
    /** Something that may be used once was used again. */
    AUTHN_TOKEN_REUSE("authn_token_reuse", Severity.CRITICAL),
    /** A token or an API key was deleted. */
    AUTHN_TOKEN_DELETE("authn_token_delete", Severity.INFO),
    /** A factor was enrolled, renamed or removed. Not of OWASP: ours. */
    AUTHN_FACTOR_CHANGE("authn_factor_change", Severity.INFO),
    /** A second factor was proved. Not of OWASP: ours. */
    AUTHN_FACTOR_PROVED("authn_factor_proved", Severity.INFO),
    /** A hardware token counted backwards: there are two. Not of OWASP: ours. */
    AUTHN_CLONED_AUTHENTICATOR("authn_cloned_authenticator", Severity.CRITICAL),
    /** A request was denied. */
    AUTHZ_FAIL("authz_fail", Severity.WARNING),
    /** Rights were changed. */
    AUTHZ_CHANGE("authz_change", Severity.INFO),
    /** An administrator acted. */
    AUTHZ_ADMIN("authz_admin", Severity.INFO),
    /** A request was permitted, where that is recorded. Not of OWASP: ours. */
    AUTHZ_PERMIT("authz_permit", Severity.INFO),
    /** An exception from segregated duties was opened or used. Not of OWASP: ours. */
    AUTHZ_EXCEPTION("authz_exception", Severity.CRITICAL),
    /** Something could not be decrypted, or is not what was encrypted. */
    CRYPT_DECRYPT_FAIL("crypt_decrypt_fail", Severity.WARNING),
    /** Something could not be encrypted. */
    CRYPT_ENCRYPT_FAIL("crypt_encrypt_fail", Severity.WARNING),
    /** A key was made, promoted, retired, rolled back or destroyed. Not of OWASP: ours. */
    CRYPT_KEY_CHANGE("crypt_key_change", Severity.INFO),
    /** A key expires soon, or its rotation is overdue. Not of OWASP: ours. */
    CRYPT_KEY_NOTICE("crypt_key_notice", Severity.WARNING),
    /** A rate limit was exceeded. */
    EXCESS_RATE_LIMIT_EXCEEDED("excess_rate_limit_exceeded", Severity.WARNING),
    /** Input broke its rules. */
    INPUT_VALIDATION_FAIL("input_validation_fail", Severity.WARNING),
    /** Too many things were asked for that do not exist. */
    MALICIOUS_EXCESS_404("malicious_excess_404", Severity.WARNING),
    /** A request carried what no client of ours sends. */
    MALICIOUS_EXTRANEOUS("malicious_extraneous", Severity.WARNING),
    /** A request looks like that of an attack tool. */
    MALICIOUS_ATTACK_TOOL("malicious_attack_tool", Severity.CRITICAL),
    /** A browser sent a request from an origin that is not allowed. */
    MALICIOUS_CORS("malicious_cors", Severity.WARNING),
    /** Something was asked for that belongs to others. */
    MALICIOUS_DIRECT_REFERENCE("malicious_direct_reference", Severity.WARNING),
    /** Passwords are being tried on many accounts, or many on one. Not of OWASP: ours. */
    MALICIOUS_CREDENTIAL_ATTACK("malicious_credential_attack", Severity.CRITICAL),
    /** Somebody tries one object, secret or key after the other. Not of OWASP: ours. */
    MALICIOUS_ENUMERATION("malicious_enumeration", Severity.ERROR),
    /** Rights on an object were changed. */
    PRIVILEGE_PERMISSIONS_CHANGED("privilege_permissions_changed", Severity.WARNING),
    /** A secret was made. */
    SENSITIVE_CREATE("sensitive_create", Severity.INFO),
    /** A secret was read. */
    SENSITIVE_READ("sensitive_read", Severity.INFO),
    /** A secret could not be read, or not by this reader. Not of OWASP: ours. */
    SENSITIVE_READ_FAIL("sensitive_read_fail", Severity.WARNING),
    /** A secret was changed. */
    SENSITIVE_UPDATE("sensitive_update", Severity.INFO),
    /** A secret was deleted. */
    SENSITIVE_DELETE("sensitive_delete", Severity.INFO),
    /** Steps came in an order that no client of ours uses. */
    SEQUENCE_FAIL("sequence_fail", Severity.WARNING),
    /** A session began. */
    SESSION_CREATED("session_created", Severity.INFO),
    /** A session got a new identifier. */
    SESSION_RENEWED("session_renewed", Severity.INFO),
    /** A session ended. */
    SESSION_EXPIRED("session_expired", Severity.INFO),
    /** A session was used after its end. */
    SESSION_USE_AFTER_EXPIRE("session_use_after_expire", Severity.WARNING),
    /** A guard was switched off or fell out. */
    SYS_MONITOR_DISABLED("sys_monitor_disabled", Severity.CRITICAL),
    /** A guard works again. */
    SYS_MONITOR_ENABLED("sys_monitor_enabled", Severity.INFO),
    /** Events of little value were counted instead of kept. Not of OWASP: ours. */
    SYS_EVENTS_DROPPED("sys_events_dropped", Severity.WARNING),
    /** An account was made. */
    USER_CREATED("user_created", Severity.INFO),
    /** An account was changed. */
    USER_UPDATED("user_updated", Severity.INFO),
    /** An account was closed. */
    USER_ARCHIVED("user_archived", Severity.INFO),
    /** An account was deleted. */
    USER_DELETED("user_deleted", Severity.INFO);

    private final String word;
    private final Severity severity;

    SecurityEventType(String word, Severity severity) {
        this.word = word;
        this.severity = severity;
    }

    /** {@return the word for logs, lower case with underscores} */
    public String word() {
        return word;
    }

    /** {@return how bad it is by itself} */
    public Severity severity() {
        return severity;
    }
}
