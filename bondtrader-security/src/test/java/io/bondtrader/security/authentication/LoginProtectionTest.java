package io.bondtrader.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.authentication.LoginProtection.Attempt;
import io.bondtrader.security.authentication.LoginProtection.Closed;
import io.bondtrader.security.authentication.LoginProtection.Gate;
import io.bondtrader.security.authentication.LoginProtection.TurnedAway;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.Attempts;
import io.bondtrader.security.guard.InMemoryAttempts;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LoginProtectionTest {

    private static final AccountId MIA = AccountId.of("mia");
    private static final SignInSource OFFICE = Desk.OFFICE;

    private volatile Instant now = Desk.NOON;
    private final InMemoryAttempts attempts = new InMemoryAttempts();
    private final LoginProtection protection =
            LoginProtection.of(attempts, new InMemoryPlaces(), ProtectionRules.standard(), () -> now);
    private final OpaqueToken device = OpaqueToken.generate(new SecureRandom());

    @Test
    @Attack("A28")
    @Asvs("6.3.1")
    void a28NobodyLocksAUserOutFromElsewhere() {
        protection.remember(MIA, OFFICE, device);
        int guesses = 0;
        for (int i = 0; guesses < 100; i++) {
            Gate gate = admit(MIA, Desk.at("198.51." + i % 250 + "." + i / 250 % 250));
            if (gate instanceof TurnedAway away) {
                now = now.plus(away.retryAfter());
            } else {
                guesses++;
            }
            if (i % 20 == 0) {
                assertThat(admit(MIA, OFFICE.withDevice(device.reveal()))).isInstanceOf(Attempt.class);
                succeed(OFFICE.withDevice(device.reveal()));
            }
        }
        now = now.plus(Duration.ofDays(1));
        assertThat(admit(MIA, Desk.at("192.0.2.1"))).as("closed to elsewhere").isInstanceOf(Closed.class);
        succeed(OFFICE);
        succeed(Desk.at("192.0.2.77").withDevice(device.reveal()));
        assertThat(admit(MIA, Desk.at("192.0.2.77"))).isInstanceOf(Closed.class);
        protection.reopen(MIA);
        assertThat(admit(MIA, Desk.at("192.0.2.1"))).isInstanceOf(Attempt.class);
    }

    @Test
    @Attack("A28")
    void a28AStolenDeviceSecretIsOnePlaceWithACountOfItsOwn() {
        protection.remember(MIA, OFFICE, device);
        SignInSource thief = Desk.at("192.0.2.9").withDevice(device.reveal());
        for (int i = 0; i < 5; i++) {
            assertThat(admit(MIA, thief)).isInstanceOf(Attempt.class);
        }
        assertThat(admit(MIA, thief)).isInstanceOf(TurnedAway.class);
        assertThat(admit(MIA, OFFICE)).as("the network is another place").isInstanceOf(Attempt.class);
        assertThat(admit(AccountId.of("noah"), thief)).isInstanceOf(Attempt.class);
        assertThat(protection.knowsDevice(AccountId.of("noah"), thief)).isFalse();
        assertThat(protection.knowsDevice(MIA, thief)).isTrue();
        assertThat(protection.knowsDevice(MIA, OFFICE.withDevice("x"))).isFalse();
    }

    @Test
    @Attack("A36")
    void a36AnAddressSpraysThirtyAccountsAndNoMore() {
        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += admit(AccountId.of("user-" + i), OFFICE) instanceof Attempt ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(30);
        assertThat(((TurnedAway) admit(MIA, OFFICE)).limit()).isEqualTo("address");
        assertThat(admit(MIA, Desk.at("192.0.2.1"))).isInstanceOf(Attempt.class);
    }

    @Test
    @Attack("A36")
    void a36ASuccessDoesNotEmptyTheWindowOfTheAddress() {
        SignInSource evil = Desk.at("198.51.100.9");
        int failures = 0;
        for (int i = 0; i < 1_000; i++) {
            if (i % 2 == 0) {
                // The attacker's own account, signed in between the guesses.
                if (admit(AccountId.of("own"), evil) instanceof Attempt own) {
                    own.succeeded();
                }
            } else {
                failures += admit(AccountId.of("user-" + i), evil) instanceof Attempt ? 1 : 0;
            }
        }
        assertThat(failures).isEqualTo(30);
    }

    @Test
    @Attack({"A36", "A48"})
    void a36AddressesOfOneNetworkAreOneBehindTheOther() {
        Set<String> limits = new HashSet<>();
        int version4 = 0;
        for (int i = 0; i < 200; i++) {
            Gate gate = admit(AccountId.of("v4-" + i), Desk.at("198.51.100." + i));
            version4 += gate instanceof Attempt ? 1 : 0;
            if (gate instanceof TurnedAway away) {
                limits.add(away.limit());
            }
        }
        int oneHost = 0;
        for (int i = 0; i < 200; i++) {
            oneHost += admit(AccountId.of("v6-" + i), Desk.at("2001:db8:1:1::" + Integer.toHexString(i)))
                            instanceof Attempt
                    ? 1
                    : 0;
        }
        int oneSite = oneHost;
        for (int i = 2; i < 200; i++) {
            oneSite += admit(AccountId.of("s6-" + i), Desk.at("2001:db8:1:" + Integer.toHexString(i) + "::1"))
                            instanceof Attempt
                    ? 1
                    : 0;
        }
        assertThat(version4).isEqualTo(100);
        assertThat(limits).containsExactly("network");
        assertThat(oneHost).isEqualTo(30);
        assertThat(oneSite).isEqualTo(100);
        assertThat(admit(MIA, Desk.at("::ffff:198.51.100.250")))
                .as("a mapped address is the IPv4 address")
                .isInstanceOf(TurnedAway.class);
    }

    @Test
    @Attack("A36")
    void a36ABotnetMeetsTheWindowOfAllWhileKnownPlacesPass() {
        protection.remember(MIA, OFFICE, device);
        int admitted = 0;
        for (int i = 0; i < 3_000; i++) {
            String address = (20 + i / 62_500) + "." + i / 250 % 250 + "." + i % 250 + ".1";
            admitted += admit(AccountId.of("user-" + i), Desk.at(address)) instanceof Attempt ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(1_000);
        assertThat(((TurnedAway) admit(AccountId.of("x"), Desk.at("203.0.114.1"))).limit())
                .isEqualTo("everywhere");
        assertThat(admit(MIA, OFFICE)).isInstanceOf(Attempt.class);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(admit(AccountId.of("x"), Desk.at("203.0.114.1"))).isInstanceOf(Attempt.class);
    }

    @Test
    @Attack({"A28", "A36"})
    void a36WhatIsTurnedAwayAtTheAddressCountsAgainstNoAccount() {
        for (int i = 0; i < 40; i++) {
            admit(AccountId.of("user-" + i), OFFICE);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(admit(MIA, OFFICE)).isInstanceOf(TurnedAway.class);
        }
        assertThat(((Attempt) admit(MIA, Desk.at("192.0.2.1"))).failuresBefore())
                .isZero();
    }

    @Test
    @Attack("A36")
    void a36WhatTheNetworksWindowTurnsAwayIsNotCountedAtTheAddress() {
        for (int i = 0; i < 100; i++) {
            admit(AccountId.of("user-" + i), Desk.at("198.51.100." + i % 5));
        }
        for (int i = 0; i < 50; i++) {
            assertThat(admit(MIA, Desk.at("198.51.100.200"))).isInstanceOf(TurnedAway.class);
        }
        assertThat(attempts.read("address 198.51.100.200", now)).isEqualTo(Attempts.NONE);
    }

    @Test
    @Attack("A35")
    void a35NamesThatNobodyHasAreTreatedLikeAccounts() {
        for (String spelling : new String[] {"ghost", "GHOST", "Ghost", "\uff47host", "ghost"}) {
            assertThat(protection.admit(null, spelling, OFFICE)).isInstanceOf(Attempt.class);
            assertThat(admit(MIA, Desk.at("192.0.2.1"))).isInstanceOf(Attempt.class);
        }
        Gate unknown = protection.admit(null, "ghost", OFFICE);
        Gate known = admit(MIA, Desk.at("192.0.2.1"));
        assertThat(unknown).isEqualTo(known).isEqualTo(new TurnedAway(Duration.ofSeconds(1), "account"));
    }

    @Test
    @Attack("A28")
    void a28SixtyFourGuessesAtOnceGetFiveAnswers() {
        Race.rounds(
                64,
                200,
                round -> {
                    now = now.plus(Duration.ofMinutes(40));
                    AccountId account = AccountId.of("user-" + round);
                    return thread -> admit(account, Desk.at("20.0." + thread + ".1")) instanceof Attempt;
                },
                (round, winners) -> assertThat(winners).isEqualTo(5));
    }

    @Test
    @Attack("A28")
    void a28TheHundredthFailureIsALockInTheRecord() {
        Desk desk = new Desk(
                ProtectionRules.standard(),
                io.bondtrader.security.password.PasswordHashing.builder()
                        .scheme(new io.bondtrader.security.password.PasswordScheme.Argon2id(7_168, 5, 1))
                        .build());
        SignInResult.SignedIn in = (SignInResult.SignedIn) desk.begin(Desk.PASSWORD, OFFICE);
        int wrong = 0;
        while (wrong < 100) {
            SignInResult result = desk.begin("wrong", Desk.at("192.0.2.1"));
            if (result instanceof SignInResult.Busy busy) {
                desk.now = desk.now.plus(busy.retryAfter());
            } else {
                wrong++;
            }
        }
        assertThat(desk.last().type()).isEqualTo(SecurityEventType.AUTHN_LOGIN_LOCK);
        assertThat(desk.begin(Desk.PASSWORD, Desk.at("192.0.2.1")))
                .as("the right password from there looks like a wrong one")
                .isEqualTo(new SignInResult.Refused());
        String secret = in.device().orElseThrow().reveal();
        assertThat(desk.begin(Desk.PASSWORD, Desk.at("192.0.2.1").withDevice(secret)))
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(desk.types()).contains(SecurityEventType.AUTHN_LOGIN_FAIL_MAX);
    }

    private Gate admit(@Nullable AccountId account, SignInSource source) {
        return protection.admit(account, account == null ? "" : account.value(), source);
    }

    private void succeed(SignInSource source) {
        Gate gate = admit(MIA, source);
        assertThat(gate).isInstanceOf(Attempt.class);
        ((Attempt) gate).succeeded();
    }
}
