package io.bondtrader.core.verify;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.NodeCurve;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a curve is, in words that anyone can rebuild it from. */
final class CurveInputs {

    private CurveInputs() {}

    static Map<String, ?> of(DiscountCurve curve) {
        Map<String, Object> told = new TreeMap<>();
        told.put("curve", curve.name());
        told.put("curveDate", curve.referenceDate().toString());
        told.put("curveDayCount", curve.dayCount().officialName());
        List<CurveNode> nodes = curve.nodes();
        told.put("curveNodes", nodes.stream().map(CurveNode::years).toList());
        told.put(
                "curveLogFactors",
                nodes.stream()
                        .map(node -> curve.logDiscountFactor(node.years()))
                        .toList());
        if (curve instanceof NodeCurve known) {
            told.put("curveQuantity", known.quantity().name());
            told.put("curveInterpolation", known.interpolator().officialName());
        }
        return told;
    }
}
