package io.bondtrader.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.PackageArrows;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside strategies. */
final class StrategiesArrowsTest {

    private static final PackageArrows STRATEGIES = PackageArrows.of("io.bondtrader.strategies", arrows());

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
    void packagesUseOneAnotherAsTheTableAllows() {
        STRATEGIES.requireFollowed();
    }

    @Test
    void theTableNamesEveryPackage() {
        STRATEGIES.requireTableComplete();
    }

    @Test
    void clockAndChanceComeFromOutside() {
        STRATEGIES.requireClockAndChanceFromOutside();
    }

    @Test
    void internalPackagesAreUsedByTheirOwnTreeOnly() {
        STRATEGIES.requireInternalsLeftAlone();
    }

    @Test
    void publicClassesAreFinalOrSealed() {
        // Each module has a sealed family of failures of its own under the one open root.
        assertThat(STRATEGIES.openClasses()).isSubsetOf("io.bondtrader.core.error.BondTraderException");
    }

    @Test
    void everyPackageIsNullMarked() {
        STRATEGIES.requireNullMarked();
    }
}
