package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The handbook's page about bonds says what the code does. */
final class BondsPageTest {

    private static final String PAGE = HandbookPage.read("bonds.md");

    static List<BondConvention> conventions() {
        return BondConventions.all();
    }

    static List<Class<?>> kinds() {
        return List.of(Bond.class.getPermittedSubclasses());
    }

    static List<Class<?>> identifiers() {
        return List.of(SecurityIdentifier.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void theRowsOfAConventionSayWhatItSays(BondConvention convention) {
        assertThat(PAGE.lines()).contains(trading(convention), rounding(convention));
    }

    @ParameterizedTest
    @MethodSource({"kinds", "identifiers"})
    void everyKindOfBondAndOfIdentifierHasARow(Class<?> kind) {
        assertThat(PAGE.lines()).anyMatch(row -> row.startsWith("| `" + kind.getSimpleName() + "` |"));
    }

    private static String trading(BondConvention convention) {
        return "| `%s` | %s | T+%d | `%s` | `%s` | %d | %s | `%s` |"
                .formatted(
                        convention.name(),
                        convention.currency(),
                        convention.settlementDays(),
                        convention.calendar(),
                        convention.dayCount().officialName(),
                        convention.frequency().perYear(),
                        exCoupon(convention.exCoupon()),
                        convention.yieldConvention().name());
    }

    private static String rounding(BondConvention convention) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        convention.name(),
                        rounding(convention.accruedRounding()),
                        rounding(convention.priceRounding()),
                        convention.source());
    }

    private static String exCoupon(ExCouponRule rule) {
        if (rule.days() == 0) {
            return "–";
        }
        return rule.days() + (rule.calendar().isEmpty() ? " days" : " business days `" + rule.calendar() + "`");
    }

    private static String rounding(DecimalRounding rounding) {
        if (rounding.equals(DecimalRounding.NONE)) {
            return "–";
        }
        return rounding.decimals() + (rounding.mode() == java.math.RoundingMode.DOWN ? " cut" : " rounded");
    }
}
