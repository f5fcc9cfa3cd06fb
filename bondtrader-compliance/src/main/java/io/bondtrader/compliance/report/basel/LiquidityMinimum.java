package io.bondtrader.compliance.report.basel;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The least liquidity coverage ratio by day, a decimal, with the years in which it was phased in. Recalled, and compared with
 * no official text. No state.
 */
public final class LiquidityMinimum {

    private LiquidityMinimum() {}

    /** {@return the minimum of the Basel Framework, from 60 % in 2015 to 100 % since 2019} */
    public static DatedRules<Double> basel() {
        Citation citation =
                new Citation(Jurisdiction.INTERNATIONAL, "Basel Framework", "LCR20.5 (BCBS d238, paragraph 10)", false);
        return rising("least liquidity coverage ratio, Basel", citation, LocalDate.of(2015, 1, 1), 60, 70, 80, 90, 100);
    }

    /** {@return the minimum of Union law, from 60 % in October 2015 to 100 % since 2018} */
    public static DatedRules<Double> european() {
        Citation citation = new Citation(
                Jurisdiction.EU,
                "Regulation (EU) No 575/2013",
                "Article 460(2), Delegated Regulation (EU) 2015/61",
                false);
        return rising("least liquidity coverage ratio, EU", citation, LocalDate.of(2015, 10, 1), 60, 70, 80, 100);
    }

    /** The minimum of a regime by its name in a report's parameters. */
    static DatedRules<Double> of(String regime) {
        return switch (regime) {
            case "BASEL" -> basel();
            case "EU" -> european();
            default -> throw new InvalidInput("minimum", regime, "BASEL or EU");
        };
    }

    /** From a first day on, then each first of January. */
    private static DatedRules<Double> rising(String name, Citation citation, LocalDate first, int... percent) {
        List<DatedRule<Double>> versions = new ArrayList<>();
        LocalDate from = first;
        for (int i = 0; i < percent.length; i++) {
            LocalDate until = LocalDate.of(from.getYear() + 1, 1, 1);
            double minimum = percent[i] / 100.0;
            versions.add(
                    i == percent.length - 1
                            ? DatedRule.since(from, citation, minimum)
                            : new DatedRule<>(from, until, citation, minimum));
            from = until;
        }
        return DatedRules.of(name, versions);
    }
}
