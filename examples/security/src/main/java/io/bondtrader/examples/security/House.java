package io.bondtrader.examples.security;

import io.bondtrader.security.authentication.Account;
import io.bondtrader.security.authentication.AuthenticationService;
import io.bondtrader.security.authentication.FactorProof;
import io.bondtrader.security.authentication.InMemoryAccounts;
import io.bondtrader.security.authentication.InMemoryCredentials;
import io.bondtrader.security.authentication.InMemoryPlaces;
import io.bondtrader.security.authentication.LoginProtection;
import io.bondtrader.security.authentication.ProtectionRules;
import io.bondtrader.security.authentication.SignInParts;
import io.bondtrader.security.authentication.SignInResult;
import io.bondtrader.security.event.UserNotifier;
import io.bondtrader.security.guard.InMemoryAttempts;
import io.bondtrader.security.guard.InMemorySingleUse;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.key.InMemoryKeyrings;
import io.bondtrader.security.key.KeyKind;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.KeyringCipher;
import io.bondtrader.security.key.RotatingKeyring;
import io.bondtrader.security.key.RotationPolicy;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.security.mfa.FactorActor;
import io.bondtrader.security.mfa.FactorCheck;
import io.bondtrader.security.mfa.FactorEnrolment;
import io.bondtrader.security.mfa.InMemoryFactors;
import io.bondtrader.security.mfa.InMemorySteps;
import io.bondtrader.security.mfa.Provisioning;
import io.bondtrader.security.mfa.QrCode;
import io.bondtrader.security.mfa.SecretProtector;
import io.bondtrader.security.password.PasswordHashing;
import io.bondtrader.security.password.PasswordPolicy;
import io.bondtrader.security.session.InMemorySessions;
import io.bondtrader.security.session.Sessions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All the pieces, put together as a house would: one clock, one trail, keys that rotate below everything that is kept. */
final class House {

    final DeskClock clock = new DeskClock();
    final SecureRandom random = new SecureRandom();
    final Trail trail = new Trail();
    final List<String> mails = new ArrayList<>();
    final UserNotifier mail =
            (account, event) -> mails.add(account + ": " + event.type().word());

    final RotatingKeyring<SymmetricKey> keys = RotatingKeyring.builder(
                    "data", KeyKind.symmetric(), RotationPolicy.internal(Duration.ofDays(90), Duration.ofDays(365)))
            .clock(clock)
            .random(random)
            .events(trail)
            .open(new InMemoryKeyrings(), KeyWrapping.under(SymmetricKey.generate(random), random));
    final KeyringCipher cipher = KeyringCipher.of(keys::current, random);

    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryCredentials credentials = new InMemoryCredentials();
    final PasswordHashing hashing = PasswordHashing.standard();
    final PasswordPolicy policy =
            PasswordPolicy.besideSecondFactor().withContextWords(List.of("Halvorsen Capital", "bondtrader"));
    final FactorEnrolment enrolment;
    final AuthenticationService service;
    private final List<String> secrets = new ArrayList<>();

    House() {
        keys.runDue(AccountId.of("rotation-job"));
        var attempts = new InMemoryAttempts();
        var factors = FactorCheck.of(
                new InMemoryFactors(), SecretProtector.under(cipher), new InMemorySteps(), attempts, clock, trail);
        enrolment = FactorEnrolment.of(factors, random, trail, mail);
        var parts = new SignInParts(
                accounts,
                credentials,
                hashing,
                LoginProtection.of(attempts, new InMemoryPlaces(), ProtectionRules.standard(), clock),
                factors,
                Sessions.of(new InMemorySessions(), clock, random, trail),
                new InMemorySingleUse<>(),
                clock,
                random,
                trail);
        service = AuthenticationService.of(parts.notifier(mail), policy);
    }

    /** Remembers a secret that was handed to somebody, so that a test can look whether it was printed. */
    String handOut(String secret) {
        secrets.add(secret);
        return secret;
    }

    List<String> secrets() {
        return List.copyOf(secrets);
    }

    String newSecret() {
        return handOut(OpaqueToken.generate(random).reveal());
    }

    /** Opens an account with a password. */
    User open(String name, String address) {
        User user = new User(name, newSecret(), address);
        accounts.put(name, new Account(user.account, user.person, true, 0));
        credentials.replace(user.account, null, hashing.hash(user.password.toCharArray()));
        return user;
    }

    /** Opens an account, with an app from the start, and signs in. */
    User enrolled(String name, String address) {
        User user = open(name, address);
        begin(user);
        beginApp(user);
        enrolment.confirm(actor(user, user.session), user.factor, code(user));
        trail.call(user.factor, name + "'s phone");
        clock.pass(Duration.ofSeconds(30));
        signIn(user);
        return user;
    }

    /** Signs in with password and app. */
    SignInResult signIn(User user) {
        SignInResult begun = begin(user);
        return begun instanceof SignInResult.FactorRequired required
                ? finish(user, required.ticket().reveal(), code(user))
                : begun;
    }

    SignInResult begin(User user) {
        return taken(user, service.begin(user.name, user.password.toCharArray(), user.source));
    }

    SignInResult finish(User user, String ticket, String code) {
        return taken(user, service.finish(ticket, new FactorProof.OneTimeCode(user.factor, code), user.source));
    }

    SignInResult stepUp(User user) {
        return taken(
                user, service.stepUp(user.session, new FactorProof.OneTimeCode(user.factor, code(user)), user.source));
    }

    private SignInResult taken(User user, SignInResult result) {
        if (result instanceof SignInResult.FactorRequired required) {
            handOut(required.ticket().reveal());
        }
        if (result instanceof SignInResult.SignedIn in) {
            user.session = handOut(in.session().token().reveal());
            trail.call(in.session().session().reference(), "session of " + user.name);
            in.device().ifPresent(device -> user.source = user.source.withDevice(handOut(device.reveal())));
        }
        return result;
    }

    /** Begins an app: the secret goes to the phone as a QR code, and to the house encrypted. */
    QrCode beginApp(User user) {
        var started =
                (FactorEnrolment.Started) enrolment.begin(actor(user, user.session), Factor.TIME_CODE, "phone", null);
        char[] address = Provisioning.timeBased(started.secret(), "Halvorsen Capital", user.name);
        QrCode picture = QrCode.of(address);
        user.phone = Authenticator.scan(address);
        handOut(new String(address));
        Arrays.fill(address, '\0');
        started.secret().close();
        user.factor = started.factor();
        return picture;
    }

    FactorActor actor(User user, String session) {
        var open = service.sessions().check(session, user.source.address()).orElseThrow();
        return new FactorActor(open.principal(), open.reference(), user.source.address());
    }

    /** {@return who the session says the user is, with all that was proved in it} */
    Principal principal(User user) {
        return service.sessions()
                .check(user.session, user.source.address())
                .orElseThrow()
                .principal();
    }

    String code(User user) {
        return user.phone.code(clock.instant());
    }
}
