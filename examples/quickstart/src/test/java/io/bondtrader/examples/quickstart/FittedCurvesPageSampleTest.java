package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.CubicSpline;
import io.bondtrader.core.curve.fit.CurveFit;
import io.bondtrader.core.curve.fit.FitResidual;
import io.bondtrader.core.curve.fit.FitWeights;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.curve.fit.NelsonSiegelCurve;
import io.bondtrader.core.curve.fit.OutlierRule;
import io.bondtrader.core.curve.fit.RoughnessPenalty;
import io.bondtrader.core.curve.fit.Svensson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of the page about fitted curves. */
final class FittedCurvesPageSampleTest {

    private static List<BondQuote> bonds() {
        LocalDate settlement = LocalDate.of(2025, 7, 14);
        NelsonSiegelCurve market = NelsonSiegelCurve.of("market", settlement, 0.048, -0.004, -0.02, 0.4);
        List<BondQuote> bonds = new ArrayList<>();
        for (int years = 1; years <= 20; years++) {
            List<BondQuote.Payment> payments = new ArrayList<>();
            for (int k = 1; k <= years; k++) {
                payments.add(new BondQuote.Payment(settlement.plusYears(k), k == years ? 104.0 : 4.0));
            }
            BondQuote bond = new BondQuote(years + "-year bond", settlement, payments, 0.0, 1, 100.0);
            double noise = (years * 37 % 11 - 5) * 0.004 + (years == 7 ? -1.5 : 0.0);
            bonds.add(bond.withQuote(bond.impliedQuote(market, market) + noise));
        }
        return bonds;
    }

    @Test
    void aFitSaysWhichBondsAreRich() {
        List<BondQuote> bonds = bonds();
        FittedCurve fit = CurveFit.of(bonds)
                .withWeights(FitWeights.inverseDurationSquared())
                .withOutliers(OutlierRule.standard())
                .fit(Svensson.standard());
        for (FitResidual residual : fit.residuals()) {
            String verdict = residual.isCheap() ? "cheap" : "rich";
            String line = residual.bond().label() + " is " + verdict + " by " + residual.yieldResidualBp() + " bp";
            assertThat(line).contains("bond is");
        }
        assertThat(fit.excluded()).containsExactly("7-year bond");
    }

    @Test
    void aSplineMayPayForItsBends() {
        CubicSpline family = new CubicSpline(
                List.of(0.0, 1.0, 3.0, 5.0, 10.0, 20.5), // knots, in years
                new RoughnessPenalty(List.of(1.0, 10.0), List.of(0.01, 1.0, 100.0))); // to 1, to 10, and after
        FittedCurve fit = CurveFit.of(bonds()).fit(family);

        assertThat(fit.roughness()).isPositive();
    }
}
