package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule of the page on orders has a test named after it, and no test is named after a rule that is not there. */
final class RulesPageTest {

    private static final Path TESTS = Path.of("src", "test", "java", "io", "bondtrader", "strategies");
    private static final List<String> FILES = List.of(
            "order/OrderFoldTest.java",
            "order/ContingencyRulesTest.java",
            "order/RfqTest.java",
            "execution/VenueRulesTest.java");

    @Test
    void everyRuleHasATestNamedAfterItAndTheOtherWayRound() {
        Set<String> rules =
                found(HandbookPage.read("orders.md"), Pattern.compile("^\\| ([FCBR]\\d+) \\|", Pattern.MULTILINE));
        Set<String> tested = new TreeSet<>();
        for (String file : FILES) {
            tested.addAll(found(source(file), Pattern.compile("void ([fcbr]\\d+)[A-Z]")));
        }
        assertThat(rules).hasSizeGreaterThan(40);
        assertThat(tested).isEqualTo(rules);
    }

    private static Set<String> found(String text, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1).toUpperCase(Locale.ROOT));
        }
        return found;
    }

    private static String source(String file) {
        try {
            return Files.readString(TESTS.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
