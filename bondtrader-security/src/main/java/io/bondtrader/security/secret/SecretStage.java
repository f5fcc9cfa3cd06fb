package io.bondtrader.security.secret;

/** Which of a secret's versions is meant. The labels are those that secrets managers use. */
public enum SecretStage {
    /** The next one, known to nobody else yet. */
    PENDING,
    /** The one to use. */
    CURRENT,
    /** The one before, still valid for a while after a rotation. */
    PREVIOUS
}
