package io.bondtrader.security;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.PackageArrows;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside security. */
final class SecurityArrowsTest {

    private static final PackageArrows SECURITY = PackageArrows.of("io.bondtrader.security", arrows());

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
    void packagesUseOneAnotherAsTheTableAllows() {
        SECURITY.requireFollowed();
    }

    @Test
    void theTableNamesEveryPackage() {
        SECURITY.requireTableComplete();
    }

    @Test
    void clockAndChanceComeFromOutside() {
        SECURITY.requireClockAndChanceFromOutside();
    }

    @Test
    void internalPackagesAreUsedByTheirOwnTreeOnly() {
        SECURITY.requireInternalsLeftAlone();
    }

    @Test
    void publicClassesAreFinalOrSealed() {
        // Each module has a sealed family of failures of its own under the one open root.
        assertThat(SECURITY.openClasses()).isSubsetOf("io.bondtrader.core.error.BondTraderException");
    }

    @Test
    void everyPackageIsNullMarked() {
        SECURITY.requireNullMarked();
    }

    @Attack("A53")
    @Test
    void a53NothingIsDeserialisedIntoObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(SECURITY.classes());
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutputStream.class)
                .check(SECURITY.classes());
        noClasses()
                .that()
                .areNotAssignableTo(Throwable.class)
                .and()
                .areNotEnums()
                .should()
                .implement(Serializable.class)
                .check(SECURITY.classes());
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("(enable|activate)DefaultTyping.*")))
                .check(SECURITY.classes());
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("com.fasterxml.jackson.annotation.JsonTypeInfo")
                .check(SECURITY.classes());
    }

    @Attack("A56")
    @Test
    void a56NoStatementOfADatabaseIsMadeOfText() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(SECURITY.classes());
    }
}
