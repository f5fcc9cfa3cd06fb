package io.bondtrader.security.evidence;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the pages that say which test stands for which attack and which requirement, from the tests themselves. */
final class EvidencePages {

    private static final String ROOT = "io.bondtrader.security";

    private final SortedMap<String, SortedSet<String>> attacks = new TreeMap<>();
    private final Map<String, SortedSet<String>> requirements = new TreeMap<>();

    EvidencePages() {
        JavaClasses tests = new ClassFileImporter().importPackages(ROOT);
        for (JavaClass test : tests) {
            if (test.isAnnotatedWith(Asvs.class)) {
                add(requirements, test.getAnnotationOfType(Asvs.class).value(), test.getSimpleName());
            }
            for (JavaMethod method : test.getMethods()) {
                String name = test.getSimpleName() + "." + method.getName();
                if (method.isAnnotatedWith(Attack.class)) {
                    add(attacks, method.getAnnotationOfType(Attack.class).value(), name);
                }
                if (method.isAnnotatedWith(Asvs.class)) {
                    add(requirements, method.getAnnotationOfType(Asvs.class).value(), name);
                }
            }
        }
    }

    private static void add(Map<String, SortedSet<String>> to, String[] ids, String test) {
        for (String id : ids) {
            to.computeIfAbsent(id, none -> new TreeSet<>()).add(test);
        }
    }

    /** Tests by row of the attack list. */
    SortedMap<String, SortedSet<String>> attacks() {
        return attacks;
    }

    /** Tests by requirement. */
    Map<String, SortedSet<String>> requirements() {
        return requirements;
    }

    /** The lines of a list among the tests' resources. */
    static List<String> lines(String name) {
        try (InputStream in = EvidencePages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String attackPage() {
        StringBuilder page = new StringBuilder("""
                # Attacks

                Made from the tests of `bondtrader-security`: each row names an attack and the tests that carry it out. The build is green
                only if every one of them fails. `mvn -pl bondtrader-security test -Dtest=EvidencePagesTest -Dpages.write=true` writes this
                page; the same test holds it to the code.

                | row | attack | result | tests |
                |---|---|---|---|
                """);
        for (String line : lines("attacks.txt")) {
            String[] parts = line.split(" \\| ", 2);
            SortedSet<String> tests = attacks.getOrDefault(parts[0], new TreeSet<>());
            page.append("| ")
                    .append(parts[0])
                    .append(" | ")
                    .append(parts[1])
                    .append(" | ")
                    .append(tests.isEmpty() ? "no test here: comes with the adapter it concerns" : "refused")
                    .append(" | ")
                    .append(String.join("<br>", tests))
                    .append(" |\n");
        }
        return page.toString();
    }

    String requirementPage() {
        StringBuilder page = new StringBuilder("""
                # OWASP ASVS 5.0

                The chapters that a library of this kind can meet for its host: V1, V2, V6 to V11, V13.3 and V16, by number. *Met* is
                what a test shows; *page* is met by documentation; *host* is the duty of the application; *none* concerns something that
                is not here; *open* is not met, and says why. Made from annotations of the tests, like [Attacks](attacks.md).

                """);
        Map<String, Integer> counts = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        for (String line : lines("asvs.txt")) {
            String[] parts = line.split(" ", 3);
            counts.merge(parts[1], 1, Integer::sum);
            String evidence = parts.length > 2 ? parts[2] : "";
            if (parts[1].equals("met")) {
                evidence = String.join("<br>", requirements.getOrDefault(parts[0], new TreeSet<>()));
            } else if (parts[1].equals("page")) {
                evidence = "[" + evidence + "](../" + evidence + ")";
            }
            rows.add("| " + parts[0] + " | " + parts[1] + " | " + evidence + " |\n");
        }
        page.append(counts.get("met"))
                .append(" met, ")
                .append(counts.get("page"))
                .append(" by a page, ");
        page.append(counts.get("host"))
                .append(" the host's, ")
                .append(counts.get("none"))
                .append(" without object, ");
        page.append(counts.get("open")).append(" open, of ").append(rows.size()).append(".\n\n");
        page.append("| requirement | status | by |\n|---|---|---|\n");
        rows.forEach(page::append);
        return page.toString();
    }

    /** Requirement numbers in their own order. */
    static Comparator<String> byNumber() {
        return (one, other) -> Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String id) {
        return Arrays.stream(id.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
