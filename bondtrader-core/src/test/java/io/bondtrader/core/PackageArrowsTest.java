package io.bondtrader.core;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import io.bondtrader.core.error.BondTraderException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside core. An arrow that is missing here is a decision to be taken, not a typo to be mended. */
final class PackageArrowsTest {

    private static final String ROOT = "io.bondtrader.core";

    private static final Map<String, Set<String>> ARROWS = arrows();

    private static final JavaClasses CORE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        arrows.put("error", Set.of());
        arrows.put("internal", Set.of());
        arrows.put("parallel", Set.of("error"));
        arrows.put("time", Set.of("error"));
        arrows.put("audit", Set.of("error"));
        arrows.put("alert", Set.of("error"));
        arrows.put("observe", Set.of("error"));
        arrows.put("bond", Set.of("error", "time"));
        arrows.put("trade", Set.of("error", "bond"));
        arrows.put("curve", Set.of("error", "time", "bond", "internal"));
        arrows.put("pricing", Set.of("error", "time", "bond", "curve", "internal", "parallel"));
        arrows.put(
                "verify", Set.of("error", "time", "bond", "curve", "pricing", "parallel", "audit", "alert", "observe"));
        return arrows;
    }

    @Test
    void everyDependencyBetweenPackagesFollowsAnArrowOfTheDesign() {
        classes().should(followTheArrows()).check(CORE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void internalPackagesAreUsedByTheirOwnTreeOnly() {
        classes().should(leaveForeignInternalsAlone()).check(CORE);
    }

    @Test
    void theKernelsLogNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".time..", ROOT + ".bond..", ROOT + ".curve..", ROOT + ".pricing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void publicClassesAreFinalOrSealed() {
        Set<String> open = new TreeSet<>();
        for (JavaClass type : CORE) {
            boolean closed = type.isInterface() || type.getModifiers().contains(JavaModifier.FINAL);
            // A sealed class is not final in the class file; only reflection knows.
            if (type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !closed
                    && !type.reflect().isSealed()) {
                open.add(type.getName());
            }
        }
        // Each module has a sealed family of its own under the one open root.
        assertThat(open).isSubsetOf(BondTraderException.class.getName());
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : CORE) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static ArchCondition<JavaClass> followTheArrows() {
        return new ArchCondition<>("follow the arrows of the design") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = area(type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    String to = area(target);
                    boolean ours = target.getPackageName().startsWith(ROOT);
                    if (ours
                            && !from.equals(to)
                            && !ARROWS.getOrDefault(from, Set.of()).contains(to)) {
                        events.add(violated(type, from + " may not use " + to + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> leaveForeignInternalsAlone() {
        return new ArchCondition<>("use no internal package of another tree") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    int internal = target.indexOf(".internal");
                    if (target.startsWith(ROOT)
                            && internal >= 0
                            && !type.getPackageName().startsWith(target.substring(0, internal))) {
                        events.add(violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String area(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String below = name.substring(ROOT.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
