package io.bondtrader.security.session;

import io.bondtrader.security.identity.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions by the digest of their tokens. Called for every request; safe for use by many threads and, where several
 * machines share sessions, by all of them: what {@link #end} has ended is live on none when it returns.
 */
public interface SessionStore {

    /**
     * Returns what is kept under a digest.
     *
     * @param digest of a token
     * @return the session, live or ended, or nothing
     */
    Optional<StoredSession> find(String digest);

    /**
     * Keeps a session in place of another, in one step. Afterwards the digest of {@code expected} opens nothing, unless
     * it is that of {@code next}; it may be kept as ended.
     *
     * @param expected the session that must be live and unchanged; null if {@code next} is new
     * @param next the live session to keep
     * @return true for exactly one of those who expect the same; false too if the digest of a new one is taken
     */
    boolean compareAndSet(@Nullable StoredSession expected, StoredSession next);

    /**
     * Lists the live sessions of an account.
     *
     * @param account whose they are
     * @return the sessions in no order; those past their limits may be among them
     */
    List<StoredSession> ofAccount(AccountId account);

    /**
     * Ends sessions of an account. None of them can be brought back by a {@link #compareAndSet} that began before.
     *
     * @param account whose they are
     * @param which by reference
     * @return those that were live
     */
    List<StoredSession> end(AccountId account, Which which);

    /** Which sessions of an account. */
    sealed interface Which extends Predicate<String> {}

    /** All of them. */
    record All() implements Which {
        @Override
        public boolean test(String reference) {
            return true;
        }
    }

    /**
     * One of them.
     *
     * @param reference of that one
     */
    record Only(String reference) implements Which {
        @Override
        public boolean test(String tested) {
            return reference.equals(tested);
        }
    }

    /**
     * All but one.
     *
     * @param reference of the one that stays
     */
    record AllBut(String reference) implements Which {
        @Override
        public boolean test(String tested) {
            return !reference.equals(tested);
        }
    }
}
