package io.bondtrader.security.authentication;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.InMemoryAttempts;
import io.bondtrader.security.guard.InMemorySingleUse;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.security.mfa.BackupCodes;
import io.bondtrader.security.mfa.FactorActor;
import io.bondtrader.security.mfa.FactorCheck;
import io.bondtrader.security.mfa.FactorEnrolment;
import io.bondtrader.security.mfa.HardwareTokens;
import io.bondtrader.security.mfa.InMemoryBackupCodes;
import io.bondtrader.security.mfa.InMemoryFactors;
import io.bondtrader.security.mfa.InMemorySteps;
import io.bondtrader.security.mfa.OneTimeSecret;
import io.bondtrader.security.mfa.SecretProtector;
import io.bondtrader.security.mfa.SoftwareToken;
import io.bondtrader.security.mfa.TestAuthenticator;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.password.PasswordHashing;
import io.bondtrader.security.password.PasswordPolicy;
import io.bondtrader.security.session.InMemorySessions;
import io.bondtrader.security.session.Session;
import io.bondtrader.security.session.Sessions;
import io.bondtrader.testdata.Canary;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Everything in memory for tests of signing in: Mia with a password, Noah disabled, nobody else. */
final class Desk {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final AccountId MIA = AccountId.of("a-1");
    static final AccountId NOAH = AccountId.of("a-2");
    static final String PASSWORD = Canary.text("seven grey herons", 40);
    static final String NEXT = Canary.text("nine blue otters", 41);
    static final SignInSource OFFICE = SignInSource.of(IpAddress.parse("203.0.113.7"));

    volatile Instant now = NOON;
    volatile boolean deaf;
    final List<SecurityEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<SecurityEvent> told = Collections.synchronizedList(new ArrayList<>());
    final SecurityEventSink sink = event -> {
        if (deaf) {
            throw new IllegalStateException("disk full");
        }
        events.add(event);
    };
    final SecureRandom random = new SecureRandom();
    final InMemoryAccounts directory = new InMemoryAccounts();
    final InMemoryCredentials credentials = new InMemoryCredentials();
    final InMemoryAttempts attempts = new InMemoryAttempts();
    final InMemoryFactors factorStore = new InMemoryFactors();
    final InMemorySessions sessionStore = new InMemorySessions();
    final PasswordHashing hashing;
    final BackupCodes backupCodes = BackupCodes.of(new InMemoryBackupCodes(), Canary.bytes("codes", 32), random);
    final FactorCheck factors = FactorCheck.of(
                    factorStore,
                    SecretProtector.under(
                            KeyWrapping.under(SymmetricKey.generate(new SecureRandom()), new SecureRandom())),
                    new InMemorySteps(),
                    attempts,
                    () -> now,
                    sink)
            .withBackupCodes(backupCodes);
    final FactorEnrolment enrolment = FactorEnrolment.of(factors, random, sink, (account, event) -> told.add(event));
    final HardwareTokens tokens = new HardwareTokens.Builder(
                    factorStore, new InMemorySingleUse<>(), new SoftwareToken.Verifier(), () -> now, random, sink)
            .build(new HardwareTokens.Requirements(true, false));
    final LoginProtection protection;
    final SignInParts parts;
    final AuthenticationService service;

    Desk() {
        this(ProtectionRules.standard(), PasswordHashing.standard());
    }

    Desk(ProtectionRules rules, PasswordHashing hashing) {
        this.hashing = hashing;
        this.protection = LoginProtection.of(attempts, new InMemoryPlaces(), rules, () -> now);
        this.parts = new SignInParts(
                        directory,
                        credentials,
                        hashing,
                        protection,
                        factors,
                        Sessions.of(sessionStore, () -> now, random, sink),
                        new InMemorySingleUse<>(),
                        () -> now,
                        random,
                        sink)
                .hardwareTokens(tokens)
                .notifier((account, event) -> told.add(event));
        this.service = AuthenticationService.of(parts, PasswordPolicy.besideSecondFactor());
        directory.put("mia", new Account(MIA, PersonId.of("p-1"), true, 0));
        directory.put("noah", new Account(NOAH, PersonId.of("p-2"), false, 0));
        credentials.replace(MIA, null, hashing.hash(PASSWORD.toCharArray()));
        credentials.replace(NOAH, null, hashing.hash(PASSWORD.toCharArray()));
    }

    /** Gives Mia an app and returns its key. The clock moves on by a minute, so that the first code is behind. */
    OneTimeSecret enrolApp() {
        SignInResult.SignedIn in = (SignInResult.SignedIn) begin(PASSWORD, OFFICE);
        Session session = in.session().session();
        FactorActor actor = new FactorActor(session.principal(), session.reference(), OFFICE.address());
        var started = (FactorEnrolment.Started) enrolment.begin(actor, Factor.TIME_CODE, "phone", null);
        enrolment.confirm(actor, started.factor(), TestAuthenticator.code(started.secret(), now));
        service.logout(in.session().token().reveal(), OFFICE);
        now = now.plus(Duration.ofMinutes(1));
        events.clear();
        told.clear();
        return started.secret();
    }

    SignInResult begin(String password, SignInSource source) {
        return service.begin("mia", password.toCharArray(), source);
    }

    FactorProof code(OneTimeSecret secret) {
        String factor = factors.factors(MIA).active().get(0).id();
        return new FactorProof.OneTimeCode(factor, TestAuthenticator.code(secret, now));
    }

    List<SecurityEventType> types() {
        return events.stream().map(SecurityEvent::type).toList();
    }

    SecurityEvent last() {
        return events.get(events.size() - 1);
    }

    static SignInSource at(String address) {
        return SignInSource.of(IpAddress.parse(address));
    }
}
