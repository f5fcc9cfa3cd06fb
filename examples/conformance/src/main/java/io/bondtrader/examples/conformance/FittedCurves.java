package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.CubicSpline;
import io.bondtrader.core.curve.fit.CurveFamily;
import io.bondtrader.core.curve.fit.CurveFit;
import io.bondtrader.core.curve.fit.FitWeights;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.curve.fit.NelsonSiegel;
import io.bondtrader.core.curve.fit.Svensson;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fits of {@code fits.csv} to the bonds of {@code fit_bonds.csv}, each made once. */
final class FittedCurves {

    private final Map<String, List<Row>> bonds = new LinkedHashMap<>();
    private final Map<String, Row> fits = new LinkedHashMap<>();
    private final Map<String, FittedCurve> fitted = new HashMap<>();

    private FittedCurves() {}

    static FittedCurves beside(Path folder) {
        FittedCurves curves = new FittedCurves();
        for (Row row : SiblingRows.read(folder.resolve("fit_bonds.csv"))) {
            if (row.has("set_id")) {
                curves.bonds
                        .computeIfAbsent(row.text("set_id"), id -> new ArrayList<>())
                        .add(row);
            }
        }
        for (Row row : SiblingRows.read(folder.resolve("fits.csv"))) {
            if (row.has("set_id") && row.has("method")) {
                curves.fits.put(row.text("set_id") + "/" + row.text("method"), row);
            }
        }
        return curves;
    }

    /** The bonds of a set. */
    List<Row> bonds(String set) {
        List<Row> rows = bonds.get(set);
        if (rows == null) {
            throw new UnreadableRow("there is no set '" + set + "' in fit_bonds.csv");
        }
        return rows;
    }

    /** The fit of a set by a method. */
    FittedCurve get(String set, String method) {
        FittedCurve known = fitted.get(set + "/" + method);
        if (known != null) {
            return known;
        }
        Row terms = fits.get(set + "/" + method);
        if (terms == null) {
            throw new UnreadableRow("there is no fit of '" + set + "' by " + method + " in fits.csv");
        }
        CurveFamily family = switch (method) {
            case "NELSON_SIEGEL" -> NelsonSiegel.standard();
            case "SVENSSON" -> Svensson.standard();
            case "CUBIC_SPLINE_DISCOUNT" -> CubicSpline.of(terms.numbers("parameters"));
            default -> throw new UnreadableRow("'" + method + "' is no method of this schema");
        };
        List<BondQuote> quotes = new ArrayList<>();
        List<Row> rows = bonds(set);
        for (Row row : rows) {
            quotes.add(CurvePricing.of(pricing(row)).quote(row.given("maturity"), row.number("clean_price")));
        }
        double[] weights =
                rows.stream().mapToDouble(row -> row.number("weight")).toArray();
        FittedCurve fit =
                CurveFit.of(quotes).withWeights(FitWeights.of(weights)).fit(family);
        fitted.put(set + "/" + method, fit);
        return fit;
    }

    static BondPricing pricing(Row row) {
        BondConvention convention = BondInputs.convention(row).build();
        return BondPricing.of(
                FixedCouponBond.of(convention, row.number("coupon"), row.date("issue_date"), row.date("maturity")),
                row.date("reference_date"));
    }

    static double modifiedDuration(Row row) {
        BondPricing pricing = pricing(row);
        double yield = pricing.yieldFromCleanPrice(row.number("clean_price"));
        return pricing.sensitivities(yield).modifiedDuration();
    }
}
