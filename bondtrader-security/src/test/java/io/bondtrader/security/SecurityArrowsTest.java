package io.bondtrader.security;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
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
import io.bondtrader.testdata.Attack;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside security. */
final class SecurityArrowsTest {

    private static final String ROOT = "io.bondtrader.security";

    private static final Map<String, Set<String>> ARROWS = arrows();

    private static final JavaClasses SECURITY =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        arrows.put("error", Set.of());
        arrows.put("identity", Set.of("error"));
        arrows.put("network", Set.of("error", "input"));
        arrows.put("input", Set.of("error"));
        arrows.put("event", Set.of("error", "identity", "network"));
        arrows.put("signing", Set.of("error"));
        arrows.put("password", Set.of("error"));
        arrows.put("guard", Set.of("error"));
        arrows.put("mfa", Set.of("key", "error", "identity", "network", "event", "guard"));
        arrows.put("session", Set.of("error", "identity", "network", "event", "guard"));
        arrows.put(
                "authentication",
                Set.of("error", "identity", "network", "event", "input", "guard", "password", "mfa", "session"));
        arrows.put("access", Set.of("error", "identity", "network", "event", "signing"));
        arrows.put("internal", Set.of("error"));
        arrows.put("key", Set.of("error", "internal", "identity", "network", "event", "signing"));
        arrows.put("secret", Set.of("error", "internal", "identity", "network", "event", "key"));
        arrows.put("apikey", Set.of("error", "identity", "network", "event", "key"));
        arrows.put("token", Set.of("error", "identity", "network", "event", "key"));
        arrows.put("ratelimit", Set.of("error", "identity", "network", "event"));
        arrows.put("problem", Set.of("error", "input"));
        return arrows;
    }

    @Test
    void everyDependencyBetweenPackagesFollowsAnArrow() {
        classes().should(followTheArrows()).check(SECURITY);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(SECURITY);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> packages = new TreeSet<>();
        SECURITY.forEach(type -> packages.add(area(type)));

        assertThat(ARROWS.keySet()).containsAll(packages);
    }

    @Test
    void nothingAsksTheClockOrTheConsole() {
        noClasses().should().callMethod(Clock.class, "systemUTC").check(SECURITY);
        noClasses().should().callMethod(Clock.class, "systemDefaultZone").check(SECURITY);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(SECURITY);
        noClasses().should().callMethod(System.class, "nanoTime").check(SECURITY);
        noClasses().should().accessField(System.class, "out").check(SECURITY);
        noClasses().should().callMethod(Instant.class, "now").check(SECURITY);
        noClasses().should().callMethod(LocalDate.class, "now").check(SECURITY);
        noClasses().should().callMethod(Math.class, "random").check(SECURITY);
        noClasses().should().callConstructor(Random.class).check(SECURITY);
    }

    @Attack("A53")
    @Test
    void a53NothingIsDeserialisedIntoObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(SECURITY);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutputStream.class)
                .check(SECURITY);
        noClasses()
                .that()
                .areNotAssignableTo(Throwable.class)
                .and()
                .areNotEnums()
                .should()
                .implement(Serializable.class)
                .check(SECURITY);
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("(enable|activate)DefaultTyping.*")))
                .check(SECURITY);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("com.fasterxml.jackson.annotation.JsonTypeInfo")
                .check(SECURITY);
    }

    @Attack("A56")
    @Test
    void a56NoStatementOfADatabaseIsMadeOfText() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(SECURITY);
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
