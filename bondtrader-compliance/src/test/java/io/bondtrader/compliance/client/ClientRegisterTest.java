package io.bondtrader.compliance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.error.ClientChangeRefused;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ClientRegisterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate REVIEW = LocalDate.of(2027, 11, 20);
    private static final PersonId ANN = PersonId.of("ann");
    private static final PersonId BOB = PersonId.of("bob");
    private static final ClientFacts PERSON = ClientFacts.of(ClientKind.NATURAL_PERSON);
    private static final ClientFacts EXPERT =
            PERSON.traded(new TradingHistory(List.of(10, 10, 10, 10), new BigDecimal("600000"), 0));

    private final TestLog test = new TestLog();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final AuditJournal journal =
            AuditJournal.of(test.log, EventIds.of(() -> now, new SplittableRandom(1)), () -> now);
    private final ClientRegister register = ClientRegister.in(journal, CategoryTests.of(Jurisdiction.EU));

    private ClientCategory category(LocalDate day) {
        return register.categories().category("c1", day).orElseThrow();
    }

    private LoggedEvent last() {
        List<LoggedEvent> events = new ArrayList<>();
        long size = test.log.checkpoint().size();
        test.log.read(size - 1, size, events::add);
        return events.get(0);
    }

    private void acknowledged() {
        register.categorise("c1", PERSON, List.of("kyc-1"), REVIEW, ANN);
        register.request("c1", ClientCategory.PROFESSIONAL, List.of("letter-1"), ANN);
        register.warn("c1", List.of("warning-1"), ANN);
        register.acknowledge("c1", List.of("letter-2"), ANN);
    }

    @Test
    void aPersonBecomesProfessionalByRequestWarningAcknowledgementTestAndASecondPerson() {
        acknowledged();
        CategoryAssessment outcome = register.decide("c1", EXPERT, List.of("assessment-1"), REVIEW, BOB);

        assertThat(outcome.passed()).isTrue();
        assertThat(category(TODAY)).isEqualTo(ClientCategory.PROFESSIONAL);
        assertThat(register.openRequests()).isEmpty();
        assertThat(register.categories().standings().values())
                .extracting(client -> client.events().toString())
                .containsExactly("1-4");
    }

    @Test
    void whoTookAStepCannotDecideAndTheAttemptIsLogged() {
        acknowledged();

        assertThatThrownBy(() -> register.decide("c1", EXPERT, List.of("a"), REVIEW, ANN))
                .isInstanceOf(ClientChangeRefused.class);
        assertThat(last().record().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(category(TODAY)).isEqualTo(ClientCategory.RETAIL);
        assertThat(register.openRequests()).hasSize(1);
    }

    @Test
    void eachStepHasItsPlace() {
        register.categorise("c1", PERSON, List.of("kyc-1"), REVIEW, ANN);
        assertThatThrownBy(() -> register.warn("c1", List.of("w"), ANN)).isInstanceOf(ClientChangeRefused.class);
        register.request("c1", ClientCategory.PROFESSIONAL, List.of("letter-1"), ANN);
        assertThatThrownBy(() -> register.request("c1", ClientCategory.PROFESSIONAL, List.of("l"), ANN))
                .isInstanceOf(ClientChangeRefused.class);
        assertThatThrownBy(() -> register.acknowledge("c1", List.of("a"), ANN)).isInstanceOf(ClientChangeRefused.class);
        assertThatThrownBy(() -> register.decide("c1", EXPERT, List.of("a"), REVIEW, BOB))
                .isInstanceOf(ClientChangeRefused.class);
        register.warn("c1", List.of("warning-1"), ANN);
        assertThatThrownBy(() -> register.warn("c1", List.of("w"), ANN)).isInstanceOf(ClientChangeRefused.class);
        assertThatThrownBy(() -> register.decide("c1", EXPERT, List.of("a"), REVIEW, BOB))
                .isInstanceOf(ClientChangeRefused.class);
        assertThat(category(TODAY)).isEqualTo(ClientCategory.RETAIL);
    }

    @Test
    void whoFailsTheTestStaysRetail() {
        acknowledged();
        CategoryAssessment outcome = register.decide("c1", PERSON, List.of("assessment-1"), REVIEW, BOB);

        assertThat(outcome.passed()).isFalse();
        assertThat(last().record().action()).isEqualTo("client.category_rejected");
        assertThat(category(TODAY)).isEqualTo(ClientCategory.RETAIL);
        assertThat(register.openRequests()).isEmpty();
    }

    @Test
    void aGrantEndsOnTheDayOfItsReview() {
        acknowledged();
        register.decide("c1", EXPERT, List.of("assessment-1"), REVIEW, BOB);

        assertThat(category(REVIEW.minusDays(1))).isEqualTo(ClientCategory.PROFESSIONAL);
        assertThat(category(REVIEW)).isEqualTo(ClientCategory.RETAIL);
        assertThat(register.reviewsDue(REVIEW.minusDays(1))).isEmpty();
        assertThat(register.reviewsDue(REVIEW)).hasSize(1);
    }

    @Test
    void moreProtectionIsGrantedWithoutWarningAndDoesNotExpire() {
        register.categorise("c1", ClientFacts.of(ClientKind.FINANCIAL_INSTITUTION), List.of("kyc"), REVIEW, ANN);
        register.request("c1", ClientCategory.RETAIL, List.of("letter"), ANN);
        assertThatThrownBy(() -> register.warn("c1", List.of("w"), ANN)).isInstanceOf(ClientChangeRefused.class);
        register.decide("c1", ClientFacts.of(ClientKind.FINANCIAL_INSTITUTION), List.of("a"), REVIEW, BOB);

        assertThat(category(TODAY)).isEqualTo(ClientCategory.RETAIL);
        assertThat(category(REVIEW)).isEqualTo(ClientCategory.RETAIL);
    }

    @Test
    void aRequestCanBeTakenBack() {
        acknowledged();
        register.withdraw("c1", List.of("letter-3"), ANN);

        assertThat(register.openRequests()).isEmpty();
        assertThatThrownBy(() -> register.decide("c1", EXPERT, List.of("a"), REVIEW, BOB))
                .isInstanceOf(ClientChangeRefused.class);
    }

    @Test
    void anotherRegisterOfTheSameLogSaysTheSame() {
        acknowledged();
        register.decide("c1", EXPERT, List.of("assessment-1"), REVIEW, BOB);
        register.categorise("c2", ClientFacts.of(ClientKind.UNDERTAKING), List.of("kyc-2"), REVIEW, BOB);
        register.request("c2", ClientCategory.PROFESSIONAL, List.of("letter"), BOB);

        ClientRegister again = ClientRegister.in(journal, CategoryTests.of(Jurisdiction.EU));
        assertThat(again.categories()).isEqualTo(register.categories());
        assertThat(again.openRequests()).isEqualTo(register.openRequests());
    }

    @Test
    void newFactsEndWhatWasGranted() {
        acknowledged();
        register.decide("c1", EXPERT, List.of("assessment-1"), REVIEW, BOB);
        register.categorise("c1", PERSON, List.of("kyc-2"), REVIEW, ANN);

        assertThat(category(TODAY)).isEqualTo(ClientCategory.RETAIL);
    }

    @Test
    void aClientHasNoCategoryBeforeItsFirstDay() {
        register.categorise("c1", PERSON, List.of("kyc-1"), REVIEW, ANN);

        assertThat(register.categories().category("c1", TODAY.minusDays(1))).isEmpty();
        assertThat(register.categories().category("c9", TODAY)).isEmpty();
    }

    @Test
    void badInputIsRefusedBeforeAnythingIsLogged() {
        assertThatThrownBy(() -> register.categorise(" ", PERSON, List.of("k"), REVIEW, ANN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register.categorise("c1", PERSON, List.of(), REVIEW, ANN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register.categorise("c1", PERSON, List.of(" "), REVIEW, ANN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register.categorise("c1", PERSON, List.of("k"), TODAY, ANN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register.request("c1", ClientCategory.PROFESSIONAL, List.of("k"), ANN))
                .isInstanceOf(ClientChangeRefused.class);
        assertThat(test.log.checkpoint().size()).isZero();
        register.categorise("c1", PERSON, List.of("k"), REVIEW, ANN);
        assertThatThrownBy(() -> register.request("c1", ClientCategory.RETAIL, List.of("k"), ANN))
                .isInstanceOf(ClientChangeRefused.class);
    }

    @Test
    void anEventThatSaysNothingOfACategoryIsDamage() {
        test.append("ann", "client.categorised", "c1", Map.of("category", "FRIEND"));

        assertThatThrownBy(register::categories).isInstanceOf(LogDamaged.class);
    }
}
