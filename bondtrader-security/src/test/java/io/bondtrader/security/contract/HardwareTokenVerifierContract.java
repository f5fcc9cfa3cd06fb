package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;
import io.bondtrader.security.mfa.HardwareChallenge;
import io.bondtrader.security.mfa.HardwareChallenge.Purpose;
import io.bondtrader.security.mfa.HardwareTokenVerifier;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Asserted;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Reading;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Registered;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Rejected;
import io.bondtrader.testdata.Attack;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every verifier of hardware tokens does. The implementer brings tokens that answer, rightly and otherwise. */
public abstract class HardwareTokenVerifierContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** A token of the kind that the verifier knows. */
    public interface Token {

        /** Answers a challenge of its enrolment. */
        String register(HardwareChallenge challenge);

        /** Answers a challenge. */
        String sign(HardwareChallenge challenge);

        /** Answers a challenge for the page of another origin, as it would for a false site. */
        String signAtAnotherOrigin(HardwareChallenge challenge);
    }

    /** Returns the verifier. */
    protected abstract HardwareTokenVerifier verifier();

    /** Returns a token with a new key. */
    protected abstract Token newToken();

    @Test
    public void aTokenThatRegisteredIsVerified() {
        Token token = newToken();
        TokenKey key = registered(token);
        HardwareChallenge challenge = challenge(Purpose.ASSERTION, 'a', key);

        Reading reading = verifier().verify(challenge, token.sign(challenge));

        assertThat(reading).isInstanceOf(Asserted.class);
        assertThat(((Asserted) reading).credentialId()).isEqualTo(key.credentialId());
        assertThat(((Asserted) reading).flags().userPresent()).isTrue();
    }

    @Test
    @Attack("A32")
    public void a32AnAnswerHoldsForItsChallengeAlone() {
        Token token = newToken();
        TokenKey key = registered(token);
        HardwareChallenge challenge = challenge(Purpose.ASSERTION, 'a', key);
        HardwareChallenge another = challenge(Purpose.ASSERTION, 'b', key);

        assertThat(verifier().verify(another, token.sign(challenge))).isInstanceOf(Rejected.class);
    }

    @Test
    @Attack("A32")
    public void a32AnAnswerForOnePurposeIsNoneForTheOther() {
        Token token = newToken();
        TokenKey key = registered(token);
        HardwareChallenge enrolment = challenge(Purpose.REGISTRATION, 'a');
        HardwareChallenge proof = challenge(Purpose.ASSERTION, 'a', key);

        assertThat(verifier().verify(proof, token.register(enrolment))).isInstanceOf(Rejected.class);
        assertThat(verifier().register(enrolment, token.sign(proof))).isInstanceOf(Rejected.class);
    }

    @Test
    @Attack("A32")
    public void a32AnotherTokensAnswerIsRejected() {
        Token token = newToken();
        Token another = newToken();
        TokenKey key = registered(token);
        registered(another);
        HardwareChallenge challenge = challenge(Purpose.ASSERTION, 'a', key);

        assertThat(verifier().verify(challenge, another.sign(challenge))).isInstanceOf(Rejected.class);
        assertThat(verifier().verify(challenge(Purpose.ASSERTION, 'a'), token.sign(challenge)))
                .as("without keys nobody may answer")
                .isInstanceOf(Rejected.class);
    }

    @Test
    @Attack("A32")
    public void a32AnAnswerGivenToAFalseSiteIsWorthless() {
        Token token = newToken();
        HardwareChallenge challenge = challenge(Purpose.ASSERTION, 'a', registered(token));

        assertThat(verifier().verify(challenge, token.signAtAnotherOrigin(challenge)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    @Attack("A32")
    public void a32NoAnswerMakesItThrowAndNoAlteredOneIsTaken() {
        Token token = newToken();
        TokenKey key = registered(token);
        HardwareChallenge challenge = challenge(Purpose.ASSERTION, 'a', key);
        String answer = token.sign(challenge);
        HardwareChallenge enrolment = challenge(Purpose.REGISTRATION, 'a');
        for (String bad : List.of("", "{}", "null", "[", "\u0000", "\ud800", "x".repeat(60_000), answer + " x")) {
            assertThat(verifier().verify(challenge, bad)).isInstanceOf(Rejected.class);
            assertThat(verifier().register(enrolment, bad)).isInstanceOf(Rejected.class);
        }
        for (int i = 0; i < answer.length(); i += Math.max(1, answer.length() / 97)) {
            String cut = answer.substring(0, i);
            assertThat(verifier().verify(challenge, cut)).isInstanceOf(Rejected.class);
        }
    }

    private TokenKey registered(Token token) {
        HardwareChallenge challenge = challenge(Purpose.REGISTRATION, 'r');
        Reading reading = verifier().register(challenge, token.register(challenge));
        assertThat(reading).isInstanceOf(Registered.class);
        return ((Registered) reading).key();
    }

    private static HardwareChallenge challenge(Purpose purpose, char fill, TokenKey... keys) {
        return new HardwareChallenge(
                "id",
                AccountId.of("mia"),
                "session",
                purpose,
                String.valueOf(fill).repeat(42) + "A",
                "",
                List.of(keys),
                NOON);
    }
}
