package io.bondtrader.security.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of evidence say what the tests say. */
final class EvidencePagesTest {

    /** Rows of systems that only an adapter talks to. */
    private static final Set<String> OF_ADAPTERS = Set.of("A22");

    private static final EvidencePages PAGES = new EvidencePages();

    /** Writes the pages where that is asked for. */
    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            Path folder = Files.createDirectories(Path.of("..", "docs", "security"));
            Files.writeString(folder.resolve("attacks.md"), PAGES.attackPage());
            Files.writeString(folder.resolve("asvs.md"), PAGES.requirementPage());
        }
    }

    @Test
    void everyRowOfTheListHasATestNamedAfterIt() {
        for (String line : EvidencePages.lines("attacks.txt")) {
            String row = line.substring(0, 3);
            if (!OF_ADAPTERS.contains(row)) {
                assertThat(PAGES.attacks()).containsKey(row);
                assertThat(PAGES.attacks().get(row))
                        .as(row)
                        .anyMatch(test -> test.substring(test.indexOf('.') + 1).startsWith("a" + row.substring(1)));
            }
        }
    }

    @Test
    void noTestNamesARowThatIsNotThere() {
        Set<String> known = EvidencePages.lines("attacks.txt").stream()
                .map(line -> line.substring(0, 3))
                .collect(Collectors.toSet());

        assertThat(known).hasSize(66).containsAll(PAGES.attacks().keySet());
    }

    @Test
    void whatCountsAsMetIsShownByATest() {
        List<String> lines = EvidencePages.lines("asvs.txt");
        Set<String> met = lines.stream()
                .filter(line -> line.endsWith(" met"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toCollection(() -> new TreeSet<>(EvidencePages.byNumber())));

        assertThat(lines).hasSize(210);
        assertThat(PAGES.requirements().keySet()).containsAll(met);
    }

    @Test
    void pagesThatAreNamedAreThere() {
        EvidencePages.lines("asvs.txt").stream()
                .map(line -> line.split(" ", 3))
                .filter(parts -> parts[1].equals("page"))
                .map(parts -> parts[2])
                .forEach(page -> assertThat(HandbookPage.read(page)).isNotBlank());
    }

    @Test
    void thePagesAreUpToDate() {
        assertThat(HandbookPage.read("security/attacks.md")).isEqualTo(PAGES.attackPage());
        assertThat(HandbookPage.read("security/asvs.md")).isEqualTo(PAGES.requirementPage());
    }
}
