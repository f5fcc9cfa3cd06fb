package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The handbook's page about pricing has every yield convention, with its source. */
final class YieldConventionsPageTest {

    private static final String PAGE = HandbookPage.read("pricing.md");

    static List<YieldConvention> conventions() throws IllegalAccessException {
        List<YieldConvention> found = new ArrayList<>();
        for (Field field : YieldConvention.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == YieldConvention.class) {
                found.add((YieldConvention) field.get(null));
            }
        }
        found.add(BondConventions.BR_NTN_F.yieldConvention());
        return found;
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void theRowOfAYieldConventionHasItsNameAndSource(YieldConvention convention) {
        assertThat(PAGE.lines())
                .anyMatch(row -> row.startsWith("| `" + convention.name() + "` |")
                        && row.endsWith("| " + convention.source() + " |"));
    }
}
