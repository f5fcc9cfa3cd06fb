package io.bondtrader.examples.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bondtrader.examples.security.Transcript.Line;
import io.bondtrader.examples.security.Transcript.Mark;
import io.bondtrader.testdata.Attack;
import java.nio.file.FileSystems;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The attacks of one walk, by their rows in the list. */
final class WalkthroughAttackTest {

    private static Transcript transcript = new Transcript(new Trail());

    @BeforeAll
    static void walk() throws Exception {
        transcript = Walkthrough.run().transcript;
    }

    @Test
    @Attack("A33")
    void a33APasswordOfTenMillionCharacters() {
        refused("A33", "ten million characters", "refused");
    }

    @Test
    @Attack("A30")
    void a30AnotherSessionConfirmsTheApp() {
        refused("A30", "another session confirms", "OTHER_SESSION");
    }

    @Test
    @Attack("A30")
    void a30ASessionWithThePasswordAloneSwapsTheApp() {
        refused("A30", "password alone", "PROVE_AGAIN");
    }

    @Test
    @Attack("A30")
    void a30AStolenSessionSwapsTheApp() {
        refused("A30", "stolen session swaps", "PROVE_AGAIN");
    }

    @Test
    @Attack("A25")
    void a25ASignInHalfDoneIsNoSession() {
        refused("A25", "half done", "no session");
    }

    @Test
    @Attack("A26")
    void a26TheSameTimeCodeTwice() {
        refused("A26", "second time", "refused");
    }

    @Test
    @Attack("A25")
    void a25ASessionPlantedBeforeTheSignIn() {
        refused("A25", "planted", "no session");
    }

    @Test
    @Attack("A35")
    void a35ANameThatNobodyHasBesideAWrongPassword() {
        refused("A35", "nobody has", "to both");
    }

    @Test
    @Attack("A28")
    void a28GuessesFromElsewhereLockNobodyOut() {
        refused("A28", "locked out", "does not");
    }

    @Test
    @Attack("A65")
    void a65ASignInThatCannotBeRecorded() {
        refused("A65", "nothing can be recorded", "not granted");
    }

    @Test
    @Attack("A25")
    void a25TheCookieFromBeforeTheStepUp() {
        refused("A25", "before the step up", "dead");
    }

    @Test
    @Attack("A40")
    void a40TheTraderApprovesHerOwnOrder() {
        refused("A40", "approves it herself", "NOT_GRANTED");
    }

    @Test
    @Attack("A43")
    void a43HerApiKeyApprovesIt() {
        refused("A43", "API key approves", "NOT_GRANTED");
    }

    @Test
    @Attack("A43")
    void a43HerApiKeyBecomesARiskManager() {
        refused("A43", "become a risk manager", "DUTY_CONFLICT");
    }

    @Test
    @Attack("A40")
    void a40AnAdministratorGrantsHerselfRights() {
        refused("A40", "gives herself some", "SELF_GRANT");
    }

    @Test
    @Attack("A40")
    void a40TheApproverSendsItHimself() {
        refused("A40", "sends it himself", "NOT_GRANTED");
    }

    @Test
    void anotherAmountOnTheApproval() {
        refused("", "90 million on the approval", "APPROVAL_MISSING");
    }

    @Test
    void theSameApprovalTwice() {
        refused("", "same approval a second time", "APPROVAL_MISSING");
    }

    @Test
    void eachCharacterOfTheReceiptChanged() {
        refused("", "character of the receipt", "all of them");
    }

    @Test
    void theReceiptForAnotherOrder() {
        refused("", "receipt shown for", "BT-5045");
    }

    @Test
    @Attack("A46")
    void a46AnOrderOfAnotherDesk() {
        refused("A46", "another desk", "not there");
    }

    @Test
    @Attack("A44")
    void a44TheNextOrderAfterTheRoleIsGone() {
        refused("A44", "next order", "NOT_GRANTED");
    }

    @Test
    @Attack("A40")
    void a40WhoProposedApproves() {
        refused("A40", "what she proposed", "OWN_REQUEST");
    }

    @Test
    @Attack("A41")
    void a41ChangeOfficesAndApprove() {
        refused("A41", "when she was a trader", "SAME_PERSON");
    }

    @Test
    @Attack("A64")
    void a64ABlobInAnothersPlace() {
        refused("A64", "tom's place", "BT-5063");
    }

    @Test
    @Attack("A64")
    void a64EachByteOfABlobChanged() {
        refused("A64", "each byte", "all");
    }

    @Test
    @Attack("A63")
    void a63AKeyInUseIsDestroyedByOne() {
        refused("A63", "one person", "BT-5061");
    }

    @Test
    @Attack("A01")
    void a01ATokenSignedByNobody() {
        refused("A01", "alg none", "ALGORITHM");
    }

    @Test
    @Attack("A05")
    void a05ATokenThatBringsItsKey() {
        refused("A05", "own key", "KEY_IN_HEADER");
    }

    @Test
    @Attack("A12")
    void a12ATokenForAnotherService() {
        refused("A12", "another service", "AUDIENCE");
    }

    @Test
    @Attack("A11")
    void a11ARefreshTokenAsAnAccessToken() {
        refused("A11", "as an access token", "MALFORMED");
    }

    @Test
    @Attack("A15")
    void a15ACopyOfARefreshToken() {
        refused("A15", "a copy of the first", "REUSED");
    }

    @Test
    @Attack("A15")
    void a15TheSuccessorDiesWithTheFamily() {
        refused("A15", "its successor", "REVOKED");
    }

    @Test
    @Attack("A15")
    void a15TheSessionsEndWithTheFamily() {
        refused("A15", "own cookie", "ended");
    }

    @Test
    @Attack("A13")
    void a13AnAccessTokenAfterItsTime() {
        refused("A13", "eleven minutes", "EXPIRED");
    }

    @Test
    @Attack("A48")
    void a48AForgedForwardedFor() {
        refused("A48", "X-Forwarded-For", "198.51.100.66");
    }

    @Test
    @Attack("A48")
    void a48ABurstByTheKeyOfTheSamePerson() {
        refused("A48", "ten more", "none");
    }

    @Test
    @Attack("A57")
    void a57AFieldThatNobodyAskedFor() {
        refused("A57", "nobody asked for", "without other members");
    }

    @Test
    @Attack("A57")
    void a57AnExponentBomb() {
        refused("A57", "1e999999999", "price must be");
    }

    @Test
    @Attack("A50")
    void a50ALoginNameThatWritesALine() {
        refused("A50", "line of its own", "\\r\\n");
    }

    @Test
    @Attack("A51")
    void a51AHeaderInAHeader() {
        refused("A51", "second one", "BT-1001");
    }

    @Test
    @Attack("A52")
    void a52ANameThatLooksLikeAnother() {
        refused("A52", "Cyrillic", "one script");
    }

    @Test
    @Attack("A56")
    void a56AFormulaInACell() {
        refused("A56", "formula", "'=");
    }

    @Test
    @Attack("A60")
    void a60AnErrorThatTellsOfTheHouse() {
        refused("A60", "house is built", "BT-5900");
    }

    @Test
    @Attack("A38")
    void a38AnApiKeyWithOneCharacterChanged() {
        refused("A38", "one character", "MALFORMED");
    }

    @Test
    @Attack("A38")
    void a38AnApiKeyInAnAddress() {
        refused("A38", "address of a request", "reported");
    }

    @Test
    @Attack("A38")
    void a38AnApiKeyAfterItsOverlap() {
        refused("A38", "eight days", "REPLACED");
    }

    @Test
    @Attack("A38")
    void a38AnApiKeyAfterItsRevocation() {
        refused("A38", "revoked", "REVOKED");
    }

    @Test
    @Attack("A61")
    void a61ASecretThatIsPrinted() {
        refused("A61", "printed", "hidden");
    }

    @Test
    void aReaderWithoutLeave() {
        refused("", "risk report reads", "not there");
    }

    @Test
    void anotherPassphrase() {
        refused("", "another passphrase", "BT-5067");
    }

    @Test
    @Attack("A55")
    void a55AFolderOfSecretsThatOthersMayRead() {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        refused("A55", "open to others", "BT-5067");
    }

    private static void refused(String row, String what, String why) {
        List<Line> lines = transcript.lines(Mark.REFUSED).stream()
                .filter(line -> line.row().equals(row) && line.what().contains(what))
                .toList();
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.why()).contains(why));
    }
}
