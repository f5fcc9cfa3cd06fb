package io.bondtrader.examples.curves;

import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.CurveBootstrap;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.curve.bootstrap.ParYieldBootstrap;
import io.bondtrader.core.verify.VerifiedBootstrap;
import io.bondtrader.core.verify.Verifier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The zero curve of every day of a file of par yields, each solved for by two methods. */
final class ZeroCurves {

    private final NavigableMap<LocalDate, DiscountCurve> curves = new TreeMap<>();
    private double farthestApart;
    private double worstRepricing;
    private int unconfirmed;

    static ZeroCurves of(CsvTable yields) throws IOException {
        ZeroCurves zeros = new ZeroCurves();
        Verifier verifier = Verifier.flagging();
        for (Map<String, String> line : yields.lines()) {
            List<ParYield> published = new ArrayList<>();
            for (String tenor : yields.columns().subList(1, yields.columns().size())) {
                String percent = line.getOrDefault(tenor, "");
                if (!percent.isEmpty()) { // not every tenor is published every day
                    published.add(ParYield.of(tenor, Double.parseDouble(percent) / 100.0));
                }
            }
            zeros.add(LocalDate.parse(CsvTable.given(line, "date")), published, verifier);
        }
        return zeros;
    }

    private void add(LocalDate day, List<ParYield> published, Verifier verifier) {
        CurveBootstrap bootstrap =
                ParYieldBootstrap.of(day, published).withInterpolation(CurveInterpolation.LINEAR_ZERO);
        VerifiedBootstrap verified = VerifiedBootstrap.of(bootstrap, verifier);
        curves.put(day, verified.result().curve());
        worstRepricing = Math.max(worstRepricing, verified.result().worstRepricingError());
        farthestApart =
                Math.max(farthestApart, verified.worstNode().difference().orElse(0.0));
        unconfirmed += verified.worstNode().isAgreed() ? 0 : 1;
    }

    /** The curve of a day, or of the last published day before it. */
    DiscountCurve on(LocalDate day) throws IOException {
        Map.Entry<LocalDate, DiscountCurve> known = curves.floorEntry(day);
        if (known == null) {
            throw new IOException("no par yields are known on or before " + day);
        }
        return known.getValue();
    }

    /** The days of the year up to the last one, in order. */
    NavigableMap<LocalDate, DiscountCurve> lastYear() {
        return curves.tailMap(curves.lastKey().minusYears(1), true);
    }

    LocalDate lastDay() {
        return curves.lastKey();
    }

    int days() {
        return curves.size();
    }

    double farthestApart() {
        return farthestApart;
    }

    double worstRepricing() {
        return worstRepricing;
    }

    int unconfirmed() {
        return unconfirmed;
    }
}
