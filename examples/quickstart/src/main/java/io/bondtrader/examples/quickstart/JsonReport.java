package io.bondtrader.examples.quickstart;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.verify.PathOutcome;
import io.bondtrader.core.verify.Verified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The valuation with both numbers of every calculation, as canonical JSON: the same bytes on every machine. */
final class JsonReport {

    private JsonReport() {}

    static byte[] of(Valuation.OfBook book, ParYields yields) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("valuationDate", book.date().toString());
        report.put("yieldDate", yields.date().toString());
        List<Object> bonds = new ArrayList<>();
        book.valuations().forEach(v -> bonds.add(bond(v)));
        report.put("bonds", bonds);
        report.put("zeroCurve", zeroCurve(book.zeroCurve()));
        List<Object> rejected = new ArrayList<>();
        book.rejected().forEach(r -> rejected.add(Map.of("line", r.line(), "text", r.text(), "reason", r.reason())));
        report.put("rejected", rejected);
        if (!book.valuations().isEmpty()) {
            report.put(
                    "totals",
                    Map.of(
                            "face", book.face(),
                            "marketValue", book.marketValue(),
                            "modifiedDuration", book.modifiedDuration(),
                            "dv01", book.dv01(),
                            "keyRateDv01", keyed(book.keyRateDv01s()),
                            "unconfirmed", book.unconfirmed()));
        }
        return CanonicalJson.of(report).toBytes();
    }

    private static Map<String, Object> bond(Valuation v) {
        Map<String, Object> bond = new LinkedHashMap<>();
        bond.put("security", v.holding().label());
        bond.put("line", v.holding().line());
        bond.put("convention", v.holding().bond().convention().name());
        bond.put("couponRate", v.holding().bond().couponRate());
        bond.put("maturity", v.holding().bond().maturity().toString());
        bond.put("settlement", v.settlement().toString());
        bond.put("face", v.holding().face());
        bond.put("marketValue", v.marketValue());
        Map<String, Object> numbers = new LinkedHashMap<>();
        v.numbers().forEach(number -> numbers.put(number.measure().name(), evidence(number)));
        bond.put("numbers", numbers);
        OffCurve offCurve = v.offCurve();
        if (offCurve != null) {
            double[] dv01s = offCurve.keyRates().keys().stream()
                    .mapToDouble(KeyRates.KeyRate::dv01)
                    .toArray();
            bond.put(
                    "offCurve",
                    Map.of(
                            "zSpread", offCurve.zSpread(),
                            "repricingError", offCurve.repricingError(),
                            "keyRateDv01", keyed(dv01s)));
        }
        return bond;
    }

    private static Map<String, Object> zeroCurve(ZeroCurve zero) {
        DiscountCurve curve = zero.curve();
        if (curve == null) {
            return Map.of("failure", zero.failure());
        }
        List<Object> nodes = new ArrayList<>();
        for (CurveNode node : curve.nodes()) {
            nodes.add(Map.of("node", node.label(), "years", node.years(), "zeroRate", curve.zeroRate(node.years())));
        }
        return Map.of("nodes", nodes, "pathsDiffer", zero.difference(), "repricingError", zero.repricingError());
    }

    private static Map<String, Object> keyed(double[] dv01s) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        for (int key = 0; key < dv01s.length; key++) {
            keyed.put(KeyTenors.standard().label(key), dv01s[key]);
        }
        return keyed;
    }

    private static Map<String, Object> evidence(Verified number) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("value", number.value());
        evidence.put("unit", number.measure().unit());
        evidence.put("verdict", number.verdict().name());
        number.difference().ifPresent(difference -> evidence.put("difference", difference));
        List<Object> paths = new ArrayList<>();
        for (PathOutcome path : number.paths()) {
            if (path instanceof PathOutcome.Value value) {
                paths.add(Map.of("method", value.method(), "value", value.value()));
            }
        }
        evidence.put("paths", paths);
        return evidence;
    }
}
