package io.bondtrader.examples.quickstart;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BootstrapMethod;
import io.bondtrader.core.curve.bootstrap.BootstrappedCurve;
import io.bondtrader.core.curve.bootstrap.CurveBootstrap;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.curve.bootstrap.ParYieldBootstrap;
import io.bondtrader.core.error.BondTraderException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The zero curve behind a day's par yields, solved node by node and all at once; or why there is none. */
record ZeroCurve(@Nullable DiscountCurve curve, double difference, double repricingError, String failure) {

    static ZeroCurve of(ParYields yields) {
        try {
            List<ParYield> quotes = new ArrayList<>();
            for (ParYields.Point point : yields.points()) {
                quotes.add(ParYield.of(point.tenor(), point.yield()));
            }
            CurveBootstrap bootstrap = ParYieldBootstrap.of(yields.date(), quotes);
            BootstrappedCurve one =
                    bootstrap.withMethod(BootstrapMethod.SEQUENTIAL).solve();
            BootstrappedCurve other =
                    bootstrap.withMethod(BootstrapMethod.GLOBAL).solve();
            double difference = 0.0;
            for (int k = 0; k < one.nodeValues().length; k++) {
                difference = Math.max(difference, Math.abs(one.nodeValues()[k] - other.nodeValues()[k]));
            }
            return new ZeroCurve(one.curve(), difference, one.worstRepricingError(), "");
        } catch (BondTraderException failure) {
            return new ZeroCurve(null, 0.0, 0.0, failure.clientMessage());
        }
    }
}
