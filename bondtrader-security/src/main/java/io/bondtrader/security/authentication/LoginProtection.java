package io.bondtrader.security.authentication;

import io.bondtrader.security.guard.AttemptGuard;
import io.bondtrader.security.guard.AttemptGuard.Admission;
import io.bondtrader.security.guard.AttemptGuard.Reservation;
import io.bondtrader.security.guard.AttemptStore;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.IpAddress;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bears so many failed sign-ins and no more, without letting an attacker lock anybody out. Failures on an account are
 * counted apart for each place from which its user has signed in before, a device or a network, and together for all
 * other places: who guesses from elsewhere closes the way from elsewhere, and the user goes on from the known place. Beside
 * that, addresses, networks and the whole have windows that no success empties.
 *
 * <p>Immutable; safe for use by many threads as far as the stores are. Sources: NIST SP 800-63B-4 section 3.2.2, OWASP on
 * device cookies.
 */
public final class LoginProtection {

    private static final int LONGEST_LOGIN = 256;

    private final AttemptGuard accounts;
    private final AttemptGuard addresses;
    private final AttemptGuard networks;
    private final AttemptGuard everywhere;
    private final KnownPlaces places;

    private LoginProtection(AttemptStore attempts, KnownPlaces places, ProtectionRules rules, InstantSource clock) {
        this.accounts = AttemptGuard.of(attempts, rules.account(), clock);
        this.addresses = AttemptGuard.of(attempts, rules.address(), clock);
        this.networks = AttemptGuard.of(attempts, rules.network(), clock);
        this.everywhere = AttemptGuard.of(attempts, rules.everywhere(), clock);
        this.places = Objects.requireNonNull(places);
    }

    /**
     * Returns protection by some rules.
     *
     * @param attempts that failed
     * @param places that are known
     * @param rules how many failures are borne
     * @param clock of this machine
     * @return the protection
     */
    public static LoginProtection of(
            AttemptStore attempts, KnownPlaces places, ProtectionRules rules, InstantSource clock) {
        return new LoginProtection(attempts, places, rules, clock);
    }

    /** Whether a sign-in may be tried. */
    public sealed interface Gate permits Attempt, TurnedAway, Closed {}

    /**
     * Not yet; nothing was counted against the account.
     *
     * @param retryAfter how long to wait
     * @param limit which limit was reached, for the event
     */
    public record TurnedAway(Duration retryAfter, String limit) implements Gate {}

    /**
     * Not from here, however long one waits. To a client the same as a wrong password, after the same work.
     *
     * @param attempt counted at the address
     */
    public record Closed(Attempt attempt) implements Gate {}

    /** A sign-in that may be tried, counted as failed until it says otherwise. */
    public static final class Attempt implements Gate {

        private final List<Reservation> windows;
        private final @Nullable Reservation onAccount;
        private final boolean known;

        private Attempt(List<Reservation> windows, @Nullable Reservation onAccount, boolean known) {
            this.windows = windows;
            this.onAccount = onAccount;
            this.known = known;
        }

        /** The password was right. Earlier failures of address and network stay. */
        public void succeeded() {
            windows.forEach(Reservation::succeeded);
            if (onAccount != null) {
                onAccount.succeeded();
            }
        }

        /** Nothing was looked at. */
        public void release() {
            windows.forEach(Reservation::release);
            if (onAccount != null) {
                onAccount.release();
            }
        }

        /** {@return whether the user has signed in from there before} */
        public boolean fromKnownPlace() {
            return known;
        }

        /** {@return failures in a row on this account from there, before this one} */
        public int failuresBefore() {
            return onAccount == null ? 0 : onAccount.failuresBefore();
        }

        /** {@return whether a failure closes the account to that place} */
        public boolean isLast() {
            return onAccount != null && onAccount.isLast();
        }
    }

    /**
     * Admits a sign-in or not. Login names that nobody has are treated as accounts.
     *
     * @param account that the login name belongs to; null if to none
     * @param loginName as typed
     * @param source where from
     * @return an attempt, or why not
     */
    public Gate admit(@Nullable AccountId account, String loginName, SignInSource source) {
        List<String> asked = placesOf(source);
        List<String> knownHere = account == null ? List.of() : places.known(account, asked);
        boolean known = !knownHere.isEmpty();
        List<Reservation> reserved = new ArrayList<>();
        IpAddress address = source.address();
        TurnedAway away = reserve(reserved, addresses, "address", "address " + end(address, 32, 64));
        if (away == null) {
            away = reserve(reserved, networks, "network", "network " + end(address, 24, 48));
        }
        if (away == null && !known) {
            away = reserve(reserved, everywhere, "everywhere", "everywhere");
        }
        if (away != null) {
            reserved.forEach(Reservation::release);
            return away;
        }
        String place = known ? knownHere.get(0) : "elsewhere";
        Admission onAccount = accounts.admit(accountKey(account, loginName, place));
        if (onAccount instanceof Reservation reservation) {
            return new Attempt(reserved, reservation, known);
        }
        if (onAccount instanceof AttemptGuard.Wait wait) {
            return new TurnedAway(wait.retryAfter(), "account");
        }
        return new Closed(new Attempt(reserved, null, known));
    }

    /**
     * Remembers a place after a whole sign-in, all factors included.
     *
     * @param account whose
     * @param source where from
     * @param device the secret that the browser keeps from now on
     */
    public void remember(AccountId account, SignInSource source, OpaqueToken device) {
        String network = networkPlace(source.address());
        if (places.known(account, List.of(network)).isEmpty()) {
            accounts.clear(accountKey(account, "", network)); // a place counts from the day it is known
        }
        places.remember(account, network);
        places.remember(account, devicePlace(device));
    }

    /**
     * Says whether the browser is known to an account.
     *
     * @param account whose
     * @param source with the device's secret
     * @return whether it is
     */
    public boolean knowsDevice(AccountId account, SignInSource source) {
        return OpaqueToken.read(source.device())
                .filter(device ->
                        !places.known(account, List.of(devicePlace(device))).isEmpty())
                .isPresent();
    }

    /**
     * Opens an account again to all places, and forgets which were known: after a recovery, or by an administrator.
     *
     * @param account whose
     */
    public void reopen(AccountId account) {
        places.forget(account);
        accounts.clear(accountKey(account, "", "elsewhere"));
    }

    /** The device first: it is closer to the user than the network, which others may share. */
    private static List<String> placesOf(SignInSource source) {
        List<String> asked = new ArrayList<>();
        OpaqueToken.read(source.device()).ifPresent(device -> asked.add(devicePlace(device)));
        asked.add(networkPlace(source.address()));
        return asked;
    }

    private static String devicePlace(OpaqueToken device) {
        return "device " + device.digest();
    }

    private static String networkPlace(IpAddress address) {
        return "network " + end(address, 32, 64);
    }

    private static IpAddress end(IpAddress address, int version4, int version6) {
        return address.network(address.isVersion4() ? version4 : version6);
    }

    private static @Nullable TurnedAway reserve(
            List<Reservation> reserved, AttemptGuard guard, String limit, String key) {
        Admission admission = guard.admit(key);
        if (admission instanceof Reservation reservation) {
            reserved.add(reservation);
            return null;
        }
        return new TurnedAway(admission instanceof AttemptGuard.Wait wait ? wait.retryAfter() : Duration.ZERO, limit);
    }

    /** A name that nobody has may be a password typed into the wrong field: its digest is kept. */
    private static String accountKey(@Nullable AccountId account, String loginName, String place) {
        if (account != null) {
            return "account " + account + " " + place;
        }
        String cut = loginName.substring(0, Math.min(loginName.length(), LONGEST_LOGIN));
        String folded = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return "name " + OpaqueToken.digest(folded) + " " + place;
    }
}
