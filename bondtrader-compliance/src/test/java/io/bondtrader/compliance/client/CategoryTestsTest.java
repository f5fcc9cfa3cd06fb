package io.bondtrader.compliance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CategoryTestsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private final CategoryTests tests = CategoryTests.of(Jurisdiction.EU);

    private boolean large(String balance, String turnover, String funds) {
        ClientFacts facts = ClientFacts.of(ClientKind.UNDERTAKING).sized(CompanySize.of(balance, turnover, funds));
        boolean large = tests.largeUndertaking(facts, DAY).passed();
        ClientCategory expected = large ? ClientCategory.PROFESSIONAL : ClientCategory.RETAIL;
        assertThat(tests.inItself(facts, DAY).category()).isEqualTo(expected);
        return large;
    }

    @Test
    void anUndertakingIsLargeByAnyTwoOfThreeReachedToTheCent() {
        assertThat(large("20000000", "40000000", "0")).isTrue();
        assertThat(large("20000000", "0", "2000000")).isTrue();
        assertThat(large("0", "40000000", "2000000")).isTrue();
        assertThat(large("19999999.99", "40000000", "1999999.99")).isFalse();
        assertThat(large("20000000", "39999999.99", "1999999.99")).isFalse();
        assertThat(large("20000000", "39999999.99", "-5")).isFalse();
    }

    @Property
    void sizeCountsCriteriaAndNothingElse(
            @ForAll @LongRange(min = 0, max = 40_000_000) long balance,
            @ForAll @LongRange(min = 0, max = 80_000_000) long turnover,
            @ForAll @LongRange(min = -4_000_000, max = 4_000_000) long funds) {
        int met = (balance >= 20_000_000 ? 1 : 0) + (turnover >= 40_000_000 ? 1 : 0) + (funds >= 2_000_000 ? 1 : 0);

        assertThat(large(Long.toString(balance), Long.toString(turnover), Long.toString(funds)))
                .isEqualTo(met >= 2);
    }

    private boolean elective(List<Integer> trades, String portfolio, int months) {
        TradingHistory history = new TradingHistory(trades, new BigDecimal(portfolio), months);
        return tests.electiveProfessional(
                        ClientFacts.of(ClientKind.NATURAL_PERSON).traded(history), DAY)
                .passed();
    }

    @Test
    void tenTradesAQuarterAreAnAverageOverTheLastFour() {
        assertThat(elective(List.of(10, 10, 10, 10), "500000.01", 0)).isTrue();
        assertThat(elective(List.of(0, 0, 0, 40), "500000.01", 0)).isTrue();
        assertThat(elective(List.of(10, 10, 10, 9), "500000.01", 0)).isFalse();
        assertThat(elective(List.of(40, 0, 0, 0, 39), "500000.01", 0)).isFalse();
        assertThat(elective(List.of(20, 20, 20), "500000.01", 0)).isFalse();
    }

    @Test
    void aPortfolioMustExceedHalfAMillionAndARoleLastAYear() {
        assertThat(elective(List.of(), "500000.01", 12)).isTrue();
        assertThat(elective(List.of(), "500000.00", 12)).isFalse();
        assertThat(elective(List.of(), "500000.01", 11)).isFalse();
    }

    @Property
    void twoOfThreeMakeAnElectiveProfessional(
            @ForAll @IntRange(min = 0, max = 80) int trades,
            @ForAll @LongRange(min = 0, max = 1_000_000) long portfolio,
            @ForAll @IntRange(min = 0, max = 24) int months) {
        int met = (trades >= 40 ? 1 : 0) + (portfolio > 500_000 ? 1 : 0) + (months >= 12 ? 1 : 0);

        assertThat(elective(List.of(0, 0, 0, trades), Long.toString(portfolio), months))
                .isEqualTo(met >= 2);
    }

    @Test
    void banksAreCounterpartiesFundsOfTheirOwnProfessionalsAndTownsRetail() {
        assertThat(tests.inItself(ClientFacts.of(ClientKind.FINANCIAL_INSTITUTION), DAY)
                        .category())
                .isEqualTo(ClientCategory.ELIGIBLE_COUNTERPARTY);
        assertThat(tests.inItself(ClientFacts.of(ClientKind.INSTITUTIONAL_INVESTOR), DAY)
                        .category())
                .isEqualTo(ClientCategory.PROFESSIONAL);
        assertThat(tests.inItself(ClientFacts.of(ClientKind.LOCAL_AUTHORITY), DAY)
                        .category())
                .isEqualTo(ClientCategory.RETAIL);
        assertThat(tests.inItself(ClientFacts.of(ClientKind.UNDERTAKING), DAY).category())
                .isEqualTo(ClientCategory.RETAIL);
    }

    @Test
    void onlyAnUndertakingThatIsProfessionalInItselfMayBeACounterparty() {
        ClientFacts small = ClientFacts.of(ClientKind.UNDERTAKING).sized(CompanySize.of("1", "1", "1"));
        ClientFacts large = small.sized(CompanySize.of("20000000", "40000000", "1"));

        assertThat(tests.electiveCounterparty(large, DAY).passed()).isTrue();
        assertThat(tests.electiveCounterparty(small, DAY).passed()).isFalse();
        assertThat(tests.electiveCounterparty(ClientFacts.of(ClientKind.INSTITUTIONAL_INVESTOR), DAY)
                        .passed())
                .isFalse();
    }

    @Test
    void figuresAreDatedAndSayThatTheyAreToBeCompared() {
        assertThat(tests.inItself(ClientFacts.of(ClientKind.NATURAL_PERSON), DAY)
                        .citation()
                        .checked())
                .isFalse();
        assertThatThrownBy(() -> tests.inItself(ClientFacts.of(ClientKind.NATURAL_PERSON), LocalDate.of(2018, 1, 2)))
                .isInstanceOf(NoRuleInForce.class);
        assertThatThrownBy(() -> CategoryTests.of(Jurisdiction.US)).isInstanceOf(NoRuleInForce.class);
        assertThat(CategoryThresholds.of(Jurisdiction.UK).on(DAY).citation().jurisdiction())
                .isEqualTo(Jurisdiction.UK);
    }

    @Test
    void badFiguresAreRefused() {
        assertThatThrownBy(() -> CompanySize.of("x", "1", "1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CompanySize.of("1-1", "1", "1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CompanySize.of("-1", "1", "1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CompanySize.of("1", "-1", "1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> elective(List.of(-1), "1", 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> elective(List.of(1), "-1", 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> elective(List.of(1), "1", -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ClientFacts.of(ClientKind.NATURAL_PERSON).sized(CompanySize.of("1", "1", "1")))
                .isInstanceOf(InvalidInput.class);
        BigDecimal one = BigDecimal.ONE;
        assertThatThrownBy(() -> new CategoryThresholds(one, one, one, one, 4, 10, 12, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CategoryThresholds(one, one, one, one, 0, 10, 12, 2))
                .isInstanceOf(InvalidInput.class);
    }
}
