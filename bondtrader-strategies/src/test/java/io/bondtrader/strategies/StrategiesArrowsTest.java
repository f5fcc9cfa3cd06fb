package io.bondtrader.strategies;

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

/** Who may depend on whom inside strategies. */
final class StrategiesArrowsTest {

    private static final String ROOT = "io.bondtrader.strategies";

    private static final Map<String, Set<String>> ARROWS = arrows();

    private static final JavaClasses STRATEGIES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        arrows.put("error", Set.of());
        arrows.put("market", Set.of("error"));
        arrows.put("signal", Set.of("error"));
        arrows.put("sizing", Set.of("error"));
        arrows.put("performance", Set.of("error"));
        arrows.put("order", Set.of("error"));
        arrows.put("relativevalue", Set.of("error", "signal"));
        arrows.put("strategy", Set.of("error", "market", "signal", "sizing", "relativevalue"));
        arrows.put("execution", Set.of("error", "market", "order"));
        arrows.put("engine", Set.of("error", "market", "sizing", "performance", "order", "strategy", "execution"));
        Set<String> all = new TreeSet<>(arrows.keySet());
        arrows.put("backtest", all);
        return arrows;
    }

    @Test
    void everyDependencyBetweenPackagesFollowsAnArrow() {
        classes().should(followTheArrows()).check(STRATEGIES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(STRATEGIES);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> packages = new TreeSet<>();
        STRATEGIES.forEach(type -> packages.add(area(type)));

        assertThat(packages).isEqualTo(ARROWS.keySet());
    }

    @Test
    void nothingAsksTheClockOrTheConsole() {
        noClasses().should().callMethod(Clock.class, "systemUTC").check(STRATEGIES);
        noClasses().should().callMethod(Clock.class, "systemDefaultZone").check(STRATEGIES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(STRATEGIES);
        noClasses().should().callMethod(System.class, "nanoTime").check(STRATEGIES);
        noClasses().should().accessField(System.class, "out").check(STRATEGIES);
        noClasses().should().callMethod(Instant.class, "now").check(STRATEGIES);
        noClasses().should().callMethod(LocalDate.class, "now").check(STRATEGIES);
        noClasses().should().callMethod(Math.class, "random").check(STRATEGIES);
        noClasses().should().callConstructor(Random.class).check(STRATEGIES);
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
