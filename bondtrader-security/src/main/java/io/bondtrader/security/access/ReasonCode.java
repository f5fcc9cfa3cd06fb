package io.bondtrader.security.access;

/** Why a request was decided, or a change refused, as it was. For logs and for code; a client sees none of it. */
public enum ReasonCode {
    /** A role grants it. */
    GRANTED_BY_ROLE,
    /** A rule grants it. */
    GRANTED_BY_RULE,
    /** Duties forbid it, and an open exception allowed it all the same. */
    GRANTED_BY_EXCEPTION,
    /** The account is not known. */
    UNKNOWN_ACCOUNT,
    /** The account, or one that owns it, is closed. */
    ACCOUNT_CLOSED,
    /** The principal names another person than the registry. */
    PERSON_MISMATCH,
    /** The policy declares no such permission. */
    UNKNOWN_PERMISSION,
    /** Nothing grants it. */
    NOT_GRANTED,
    /** It is granted elsewhere, not where the object is. */
    OUT_OF_SCOPE,
    /** A rule forbids it. */
    FORBIDDEN,
    /** A rule failed. */
    RULE_FAILED,
    /** A rule needs a fact that nobody knows. */
    ATTRIBUTE_MISSING,
    /** The person holds roles that exclude each other. */
    CONFLICTING_ROLES,
    /** The same person took the other step on the object. */
    SAME_PERSON,
    /** The person took as many steps on the object as one may. */
    TOO_MANY_STEPS,
    /** It is too soon after an earlier step on the object. */
    TOO_SOON,
    /** Too few others approved the same content. */
    APPROVAL_MISSING,
    /** A proof is missing, or is too old, or was given for other content. */
    PROOF_MISSING,
    /** Nobody answers for the account, so no duty can be judged. */
    NO_PERSON,
    /** Duties are judged on an object, and the request names none in particular. */
    NO_OBJECT,
    /** The book of grants cannot be read. */
    BOOK_UNAVAILABLE,
    /** The history of steps cannot be read or written. */
    HISTORY_UNAVAILABLE,
    /** Who proposes it would gain by it. */
    SELF_GRANT,
    /** Who approves it proposed it, lends by it, or approved it before. */
    OWN_REQUEST,
    /** There is no such proposal any more. */
    UNKNOWN_PROPOSAL,
    /** The policy has no such role, or no such duty. */
    UNKNOWN_ROLE,
    /** One hand would hold duties that exclude each other. */
    DUTY_CONFLICT,
    /** The change cannot be made: an account is unknown, or owners or delegations would run in a circle. */
    INVALID_CHANGE
}
