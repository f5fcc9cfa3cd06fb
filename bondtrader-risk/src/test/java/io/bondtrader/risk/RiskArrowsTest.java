package io.bondtrader.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.PackageArrows;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside risk. */
final class RiskArrowsTest {

    private static final PackageArrows RISK = PackageArrows.of("io.bondtrader.risk", arrows());

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
    void packagesUseOneAnotherAsTheTableAllows() {
        RISK.requireFollowed();
    }

    @Test
    void theTableNamesEveryPackage() {
        RISK.requireTableComplete();
    }

    @Test
    void clockAndChanceComeFromOutside() {
        RISK.requireClockAndChanceFromOutside();
    }

    @Test
    void internalPackagesAreUsedByTheirOwnTreeOnly() {
        RISK.requireInternalsLeftAlone();
    }

    @Test
    void publicClassesAreFinalOrSealed() {
        // Each module has a sealed family of failures of its own under the one open root.
        assertThat(RISK.openClasses()).isSubsetOf("io.bondtrader.core.error.BondTraderException");
    }

    @Test
    void everyPackageIsNullMarked() {
        RISK.requireNullMarked();
    }
}
