package io.bondtrader.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.PackageArrows;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside core. An arrow that is missing here is a decision to be taken, not a typo to be mended. */
final class PackageArrowsTest {

    private static final PackageArrows CORE = PackageArrows.of("io.bondtrader.core", arrows());

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
    void packagesUseOneAnotherAsTheTableAllows() {
        CORE.requireFollowed();
    }

    @Test
    void theTableNamesEveryPackage() {
        CORE.requireTableComplete();
    }

    @Test
    void theKernelsLogNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.bondtrader.core.time..",
                        "io.bondtrader.core.bond..",
                        "io.bondtrader.core.curve..",
                        "io.bondtrader.core.pricing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .allowEmptyShould(true)
                .check(CORE.classes());
    }

    @Test
    void internalPackagesAreUsedByTheirOwnTreeOnly() {
        CORE.requireInternalsLeftAlone();
    }

    @Test
    void publicClassesAreFinalOrSealed() {
        // Each module has a sealed family of failures of its own under the one open root.
        assertThat(CORE.openClasses()).isSubsetOf("io.bondtrader.core.error.BondTraderException");
    }

    @Test
    void everyPackageIsNullMarked() {
        CORE.requireNullMarked();
    }
}
