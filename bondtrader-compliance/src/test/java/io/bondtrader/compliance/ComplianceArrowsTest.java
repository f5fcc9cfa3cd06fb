package io.bondtrader.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.PackageArrows;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside compliance. */
final class ComplianceArrowsTest {

    private static final PackageArrows COMPLIANCE = PackageArrows.of("io.bondtrader.compliance", arrows());

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        arrows.put("error", Set.of());
        arrows.put("regulation", Set.of("error"));
        arrows.put("audit", Set.of("error"));
        arrows.put("retention", Set.of("error", "regulation", "audit"));
        arrows.put("privacy", Set.of("error", "regulation", "audit", "retention"));
        arrows.put("report", Set.of("error", "regulation", "audit", "retention"));
        arrows.put("surveillance", Set.of("error", "regulation", "audit"));
        arrows.put("client", Set.of("error", "regulation", "audit"));
        arrows.put("monitor", Set.of("error", "regulation", "audit", "client"));
        arrows.put("transparency", Set.of("error", "regulation", "audit"));
        arrows.put("schedule", Set.of("error", "audit", "report"));
        arrows.put(
                "overview", Set.of("error", "regulation", "audit", "retention", "report", "surveillance", "schedule"));
        return arrows;
    }

    @Test
    void packagesUseOneAnotherAsTheTableAllows() {
        COMPLIANCE.requireFollowed();
    }

    @Test
    void theTableNamesEveryPackage() {
        COMPLIANCE.requireTableComplete();
    }

    @Test
    void clockAndChanceComeFromOutside() {
        COMPLIANCE.requireClockAndChanceFromOutside();
    }

    @Test
    void internalPackagesAreUsedByTheirOwnTreeOnly() {
        COMPLIANCE.requireInternalsLeftAlone();
    }

    @Test
    void publicClassesAreFinalOrSealed() {
        // Each module has a sealed family of failures of its own under the one open root.
        assertThat(COMPLIANCE.openClasses()).isSubsetOf("io.bondtrader.core.error.BondTraderException");
    }

    @Test
    void everyPackageIsNullMarked() {
        COMPLIANCE.requireNullMarked();
    }
}
