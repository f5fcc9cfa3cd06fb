package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransparencyTablesTest {

    private static final String STANDARD = TransparencyTables.standardText();

    @Test
    void whatWasNotComparedIsSaid() {
        List<String> unchecked = Requests.TABLES.unchecked();
        assertThat(unchecked)
                .anyMatch(line -> line.startsWith("group 1, liquid"))
                .anyMatch(line -> line.contains("quotes since 2024-03-28"))
                .noneMatch(line -> line.contains("realTime since 2018-01-03"))
                .noneMatch(line -> line.startsWith("six sovereigns"));
        assertThat(unchecked).allMatch(line -> line.endsWith("(to be compared)"));
    }

    @Test
    void tablesOfTheHostsOwnDecideAndHaveAnotherHash() {
        // The first size of the first group.
        TransparencyTables own =
                TransparencyTables.parse(STANDARD.replaceFirst("\"size\": \"15000000\"", "\"size\": \"20000000\""));
        assertThat(own.sha256()).isNotEqualTo(Requests.TABLES.sha256());
        TransparencyRequest trade = Requests.order(
                Jurisdiction.EU,
                Requests.bond(BondClass.SOVEREIGN, "2000000000", "EUR").inGroup("1"),
                "19999999",
                "2026-03-02");
        assertThat(Requests.RULES.decide(trade).flags()).containsExactly("MLF1");
        assertThat(BondTransparency.of(own, Requests.DAYS).decide(trade).deferred())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ORDER_BOOK", "PERIODIC_AUCTION"]|"ORDER_BOOK", "LIT"]|systems
            "2 business days at 19:00"|"2 business days at 25:00"|standard
            "2 business days at 19:00"|"two business days"|standard
            "2 business days at 19:00"|"2 moons"|standard
            "2 business days at 19:00"|"1001 days"|standard
            "until": "2024-03-28"|"until": "2024-03-29"|versions
            "until": "2024-03-28"|"until": "28.3.2024"|until
            "minimumTrades": 1000|"minimumTrades": "1000"|minimumTrades
            "largeBefore": 70|"largeBefore": 100|largeBefore
            "checked": true|"checked": "yes"|checked
            "minutes": 15|"minutes": 15, "seconds": 3|seconds
            "minutes": 15|"minutes": 15, "minutes": 16|inutes
            "15000000"|"4000000"|tiers
            "SOVEREIGN": "1000000000"|"SOVEREIGN": "0"|minimum
            "jurisdiction": "UK"|"jurisdiction": "EU"|laws
            "waivers": ["LRGS"|"waivers": ["LARGE"|LRGS
            """)
    void aTableThatMeansNothingIsRefusedWithItsPlace(String right, String wrong, String place) {
        assertThat(STANDARD).contains(right);
        assertThatThrownBy(() -> TransparencyTables.parse(STANDARD.replace(right, wrong)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(place);
    }

    @Test
    void noTextMakesTheReaderFailOtherwiseThanWithACode() {
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(STANDARD);
            int at = random.nextInt(text.length());
            text.setCharAt(at, (char) (32 + random.nextInt(95)));
            try {
                TransparencyTables.parse(text.toString());
            } catch (BondTraderException coded) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
        for (String text : List.of("", "[]", "{}", "null", "{\"version\":\"\",\"laws\":[]}", STANDARD + "1")) {
            assertThatThrownBy(() -> TransparencyTables.parse(text)).isInstanceOf(InvalidInput.class);
        }
    }
}
