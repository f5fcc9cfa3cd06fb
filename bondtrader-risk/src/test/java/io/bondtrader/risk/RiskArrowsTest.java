package io.bondtrader.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside risk. */
final class RiskArrowsTest {

    private static final String ROOT = "io.bondtrader.risk";

    private static final Map<String, Set<String>> ARROWS = arrows();

    private static final JavaClasses RISK =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        arrows.put("error", Set.of());
        arrows.put("distributed", Set.of());
        arrows.put("internal", Set.of());
        arrows.put("sensitivity", Set.of("error", "internal"));
        arrows.put("factor", Set.of("error", "internal"));
        Set<String> figures = Set.of("error", "internal", "distributed", "factor");
        arrows.put("credit", figures);
        arrows.put("liquidity", figures);
        arrows.put("pnl", figures);
        arrows.put("regulatory", Set.of("error", "internal", "credit"));
        arrows.put("optimise", Set.of("error", "internal", "factor"));
        arrows.put("var", Set.of("error", "internal", "distributed", "factor", "sensitivity"));
        Set<String> books = Set.of(
                "error", "internal", "distributed", "factor", "sensitivity", "credit", "regulatory", "var", "limit");
        arrows.put("stress", books);
        Set<String> limits = new TreeSet<>(books);
        limits.remove("limit");
        arrows.put("limit", limits);
        Set<String> all = new TreeSet<>(arrows.keySet());
        arrows.put("report", all);
        return arrows;
    }

    @Test
    void everyDependencyBetweenPackagesFollowsAnArrow() {
        classes().should(followTheArrows()).check(RISK);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(RISK);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> packages = new TreeSet<>();
        RISK.forEach(type -> packages.add(area(type)));

        assertThat(packages).isEqualTo(ARROWS.keySet());
    }

    @Test
    void nothingAsksTheClockOrTheConsole() {
        noClasses().should().callMethod(Clock.class, "systemUTC").check(RISK);
        noClasses().should().callMethod(Clock.class, "systemDefaultZone").check(RISK);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(RISK);
        noClasses().should().callMethod(System.class, "nanoTime").check(RISK);
        noClasses().should().accessField(System.class, "out").check(RISK);
        noClasses().should().callMethod(Instant.class, "now").check(RISK);
        noClasses().should().callMethod(LocalDate.class, "now").check(RISK);
        noClasses().should().callMethod(Math.class, "random").check(RISK);
        noClasses().should().callConstructor(Random.class).check(RISK);
    }

    private static String area(JavaClass type) {
        String rest =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length() + 1));
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static ArchCondition<JavaClass> followTheArrows() {
        return new ArchCondition<>("follow the arrows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<String> allowed = ARROWS.getOrDefault(area(type), Set.of());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    boolean ours = target.getPackageName().startsWith(ROOT);
                    if (ours && !area(target).equals(area(type)) && !allowed.contains(area(target))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
