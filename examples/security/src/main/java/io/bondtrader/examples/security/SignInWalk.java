package io.bondtrader.examples.security;

import io.bondtrader.security.authentication.FactorProof;
import io.bondtrader.security.authentication.SignInResult;
import io.bondtrader.security.authentication.SignInResult.Busy;
import io.bondtrader.security.authentication.SignInResult.FactorRequired;
import io.bondtrader.security.authentication.SignInResult.Refused;
import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.authentication.SignInSource;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.mfa.FactorActor;
import io.bondtrader.security.mfa.FactorChange;
import io.bondtrader.security.mfa.FactorEnrolment.NotStarted;
import io.bondtrader.security.mfa.QrCode;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A password, an app, a sign-in and a session. */
final class SignInWalk {

    private static final SignInSource ELSEWHERE = SignInSource.of(IpAddress.parse("198.51.100.66"));

    private final House house;
    private final Transcript transcript;

    SignInWalk(House house, Transcript transcript) {
        this.house = house;
        this.transcript = transcript;
    }

    /** A user with a password enrols an authenticator app. */
    QrCode enrol(User mia) {
        transcript.step("A password and an authenticator app");
        String stored = house.credentials.find(mia.account).orElseThrow();
        boolean accepted = house.policy
                .review(mia.password.toCharArray(), List.of(mia.name))
                .accepted();
        transcript.allowed(
                "mia's password is accepted and kept as a hash",
                accepted && stored.startsWith("$argon2id$"),
                stored.substring(0, stored.indexOf('$', stored.indexOf("m="))));
        transcript.attack("A33", "a password of ten million characters", () -> {
            char[] long10 = new char[10_000_000];
            Arrays.fill(long10, 'x');
            return refused(house.service.begin(mia.name, long10, ELSEWHERE));
        });

        SignInResult first = house.begin(mia);
        transcript.allowed("mia signs in by password, for the first time", first instanceof SignedIn, "no app yet");
        QrCode picture = house.beginApp(mia);
        transcript.allowed(
                "mia begins an app and scans its QR code",
                picture.toSvg().startsWith("<svg") && picture.toPng(4).length > 0,
                String.format(Locale.ROOT, "version %d, SVG and PNG, shown once", picture.version()));
        house.trail.call(mia.factor, "mia's phone");

        FactorActor actor = house.actor(mia, mia.session);
        transcript.attack("A30", "another session confirms the app that mia began", () -> {
            FactorActor other = new FactorActor(actor.principal(), "another session", ELSEWHERE.address());
            return unchanged(house.enrolment.confirm(other, mia.factor, house.code(mia)));
        });
        transcript.allowed(
                "mia confirms it by a first code",
                house.enrolment.confirm(actor, mia.factor, house.code(mia)) instanceof FactorChange.Changed,
                "and gets a mail");
        transcript.attack("A30", "a session with the password alone swaps the app", () -> swapped(mia));
        house.service.logout(mia.session, mia.source);
        return picture;
    }

    /** The user signs in with both. */
    void signIn(User mia) {
        transcript.step("Signing in");
        house.clock.pass(Duration.ofSeconds(30)); // a code of its own
        String planted = OpaqueToken.generate(house.random).reveal();
        SignInResult begun = house.begin(mia);
        transcript.allowed("mia's password is right", begun instanceof FactorRequired, "and not enough");
        if (!(begun instanceof FactorRequired required)) {
            return;
        }
        transcript.attack(
                "A25",
                "the ticket of a sign-in half done as a session",
                () -> noSession(required.ticket().reveal()));
        String code = house.code(mia);
        SignInResult finished = house.finish(mia, required.ticket().reveal(), code);
        transcript.allowed("the code too: a session", finished instanceof SignedIn, "password and time code");
        transcript.attack("A26", "the same code a second time", () -> {
            SignInResult again = house.service.begin(mia.name, mia.password.toCharArray(), ELSEWHERE);
            String ticket =
                    again instanceof FactorRequired other ? other.ticket().reveal() : "";
            return refused(house.service.finish(ticket, new FactorProof.OneTimeCode(mia.factor, code), ELSEWHERE));
        });
        transcript.attack("A25", "a session identifier planted before the sign-in", () -> noSession(planted));
        transcript.attack("A35", "a name that nobody has, beside mia's with a wrong password", () -> {
            SignInResult nobody = house.service.begin("max", "a guess, no more".toCharArray(), ELSEWHERE);
            SignInResult wrong = house.service.begin(mia.name, "a guess, no more".toCharArray(), ELSEWHERE);
            return nobody.equals(wrong) ? refused(wrong).map(answer -> answer + ", to both") : Optional.empty();
        });
        transcript.attack("A28", "mia's password guessed from elsewhere until she is locked out", () -> {
            for (int guess = 0; guess < 8; guess++) {
                if (house.service.begin(mia.name, "another guess".toCharArray(), ELSEWHERE) instanceof Busy busy) {
                    SignInResult mias = house.begin(mia);
                    return mias instanceof FactorRequired
                            ? Optional.of("the guesser waits "
                                    + busy.retryAfter().toSeconds() + " s, mia on her own device does not")
                            : Optional.empty();
                }
            }
            return Optional.empty();
        });
        transcript.attack("A65", "a sign-in while nothing can be recorded", () -> {
            house.trail.full(true);
            int before = house.service.sessions().ofAccount(mia.account).size();
            try {
                house.clock.pass(Duration.ofSeconds(30));
                house.signIn(mia);
                return Optional.empty();
            } catch (IllegalStateException unrecorded) {
                int after = house.service.sessions().ofAccount(mia.account).size();
                return before == after ? Optional.of("what is not recorded is not granted") : Optional.empty();
            } finally {
                house.trail.full(false);
            }
        });
        house.clock.pass(Duration.ofMinutes(6));
        transcript.attack("A30", "six minutes later a stolen session swaps the app", () -> swapped(mia));
    }

    private Optional<String> swapped(User mia) {
        FactorActor thief = house.actor(mia, mia.session);
        return house.enrolment.begin(thief, Factor.TIME_CODE, "mine", mia.factor) instanceof NotStarted not
                ? Optional.of(not.reason().name())
                : Optional.empty();
    }

    private Optional<String> noSession(String token) {
        return house.service.sessions().check(token, ELSEWHERE.address()).isPresent()
                ? Optional.empty()
                : Optional.of("no session");
    }

    private static Optional<String> refused(SignInResult result) {
        return result instanceof Refused ? Optional.of(SignInResult.PUBLIC_REFUSAL) : Optional.empty();
    }

    private static Optional<String> unchanged(FactorChange change) {
        return change instanceof FactorChange.Refused not
                ? Optional.of(not.reason().name())
                : Optional.empty();
    }
}
