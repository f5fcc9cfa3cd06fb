package io.bondtrader.security.authentication;

import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.UserNotifier;
import io.bondtrader.security.guard.SingleUseStore;
import io.bondtrader.security.mfa.FactorCheck;
import io.bondtrader.security.mfa.HardwareTokens;
import io.bondtrader.security.password.PasswordHashing;
import io.bondtrader.security.session.Sessions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in is made of. Not safe for use by many threads; what is built of it is.
 *
 * <p>Sessions end with the account, and with a rise of its epoch: the epochs of the sessions given are replaced by those of
 * the directory.
 */
public final class SignInParts {

    final AccountDirectory directory;
    final CredentialStore credentials;
    final PasswordHashing hashing;
    final LoginProtection protection;
    final FactorCheck factors;
    final Sessions sessions;
    final SingleUseStore<PendingSignIn> pending;
    final InstantSource clock;
    final SecureRandom random;
    final SecurityEventSink events;

    @Nullable
    HardwareTokens tokens;

    UserNotifier notifier = UserNotifier.none();

    /**
     * Collects what every sign-in needs.
     *
     * @param directory of the accounts
     * @param credentials of the accounts
     * @param hashing of the passwords
     * @param protection from guessing
     * @param factors beside the password
     * @param sessions that are opened
     * @param pending sign-ins half done
     * @param clock of this machine
     * @param random a secure source
     * @param events what is told of every step
     */
    public SignInParts(
            AccountDirectory directory,
            CredentialStore credentials,
            PasswordHashing hashing,
            LoginProtection protection,
            FactorCheck factors,
            Sessions sessions,
            SingleUseStore<PendingSignIn> pending,
            InstantSource clock,
            SecureRandom random,
            SecurityEventSink events) {
        this.directory = Objects.requireNonNull(directory);
        this.credentials = Objects.requireNonNull(credentials);
        this.hashing = Objects.requireNonNull(hashing);
        this.protection = Objects.requireNonNull(protection);
        this.factors = Objects.requireNonNull(factors);
        this.sessions = sessions.withEpochs(new DirectoryEpochs(directory));
        this.pending = Objects.requireNonNull(pending);
        this.clock = Objects.requireNonNull(clock);
        this.random = Objects.requireNonNull(random);
        this.events = Objects.requireNonNull(events);
    }

    /**
     * Adds hardware tokens.
     *
     * @param chosen ceremonies
     * @return these parts
     */
    public SignInParts hardwareTokens(HardwareTokens chosen) {
        this.tokens = Objects.requireNonNull(chosen);
        return this;
    }

    /**
     * Adds who tells users of sign-ins from new places and of changed passwords.
     *
     * @param chosen notifier
     * @return these parts
     */
    public SignInParts notifier(UserNotifier chosen) {
        this.notifier = chosen.reportingTo(events);
        return this;
    }
}
