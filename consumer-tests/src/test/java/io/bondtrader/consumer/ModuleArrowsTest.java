package io.bondtrader.consumer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which module may use which; arrows point down and never back. */
final class ModuleArrowsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .importLocations(FinishedJars.MODULES.stream()
                    .map(FinishedJars::of)
                    .map(Path::toUri)
                    .map(jar -> Location.of(URI.create("jar:" + jar + "!/")))
                    .toList());

    @Test
    void coreStandsOnNothingOfOurs() {
        mayNotUse("core", "risk", "strategies", "security", "compliance");
    }

    @Test
    void riskStandsOnCoreAlone() {
        mayNotUse("risk", "strategies", "security", "compliance");
    }

    @Test
    void strategiesKnowRiskAndCoreAlone() {
        mayNotUse("strategies", "security", "compliance");
    }

    @Test
    void securityStandsOnCoreAlone() {
        mayNotUse("security", "risk", "strategies", "compliance");
    }

    @Test
    void complianceKnowsRiskSecurityAndCoreAlone() {
        mayNotUse("compliance", "strategies");
    }

    @Test
    void internalPackagesStayInsideTheirModule() {
        for (String module : new String[] {"core", "risk", "strategies", "security", "compliance"}) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.bondtrader." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.bondtrader." + module + "..internal..")
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        }
    }

    @Test
    void noModuleWritesToTheConsoleOrToTheJdksLogger() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PRODUCT);
    }

    private static void mayNotUse(String from, String... others) {
        for (String other : others) {
            noClasses()
                    .that()
                    .resideInAPackage("io.bondtrader." + from + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.bondtrader." + other + "..")
                    .check(PRODUCT);
        }
    }
}
