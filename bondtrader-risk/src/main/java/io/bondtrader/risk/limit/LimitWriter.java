package io.bondtrader.risk.limit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes one limit. */
final class LimitWriter {

    private LimitWriter() {}

    static void write(Limit limit, ObjectNode json) {
        json.put("id", limit.id());
        json.put("version", limit.version());
        measure(limit.measure(), json.putObject("measure"));
        if (limit.scope() instanceof Scope.All) {
            json.put("scope", "all");
        } else {
            scope(limit.scope(), json.putObject("scope"));
        }
        json.put("bound", JsonPath.name(limit.bound()));
        threshold(limit.threshold(), json.putObject("threshold"));
        json.put("action", JsonPath.name(limit.action()));
        json.put("owner", limit.owner());
        json.put("validFrom", limit.validFrom().toString());
        if (limit.validTo() != null) {
            json.put("validTo", limit.validTo().toString());
        }
        json.put("proposedBy", limit.proposedBy());
        json.put("approvedBy", limit.approvedBy());
    }

    private static void measure(LimitMeasure measure, ObjectNode json) {
        if (measure instanceof LimitMeasure.Exposure exposure) {
            json.put("type", JsonPath.name(exposure.kind())).put("netting", JsonPath.name(exposure.netting()));
        } else if (measure instanceof LimitMeasure.KeyRateDv01 key) {
            json.put("type", "key-rate-dv01").put("tenor", key.tenor()).put("netting", JsonPath.name(key.netting()));
        } else if (measure instanceof LimitMeasure.ValueAtRisk var) {
            json.put("type", "value-at-risk")
                    .put("confidence", var.confidence())
                    .put("convention", JsonPath.name(var.convention()));
        } else if (measure instanceof LimitMeasure.ExpectedShortfall shortfall) {
            json.put("type", "expected-shortfall")
                    .put("confidence", shortfall.confidence())
                    .put("convention", JsonPath.name(shortfall.convention()));
        } else if (measure instanceof LimitMeasure.StressLoss stress) {
            json.put("type", "stress-loss").put("scenario", stress.scenario());
        } else if (measure instanceof LimitMeasure.Concentration concentration) {
            json.put("type", "concentration")
                    .put("by", JsonPath.name(concentration.by()))
                    .put("of", JsonPath.name(concentration.kind()))
                    .put("share", concentration.share());
        } else if (measure instanceof LimitMeasure.IlliquidShare illiquid) {
            json.put("type", "illiquid-share").put("days", illiquid.days());
        } else if (measure instanceof LimitMeasure.Leverage leverage) {
            json.put("type", "leverage").put("capital", leverage.capital());
        } else if (measure instanceof LimitMeasure.Drawdown drawdown) {
            json.put("type", "drawdown").put("provider", drawdown.provider());
        } else if (measure instanceof LimitMeasure.WorstStressLoss) {
            json.put("type", "worst-stress-loss");
        } else if (measure instanceof LimitMeasure.MaximumMaturity) {
            json.put("type", "maximum-maturity");
        } else if (measure instanceof LimitMeasure.WeightedMaturity) {
            json.put("type", "weighted-maturity");
        } else {
            json.put("type", "days-to-liquidate");
        }
    }

    private static void scope(Scope scope, ObjectNode json) {
        if (scope instanceof Scope.In in) {
            ObjectNode inner = json.putObject("in");
            inner.put("dimension", JsonPath.name(in.dimension()));
            ArrayNode values = inner.putArray("values");
            in.values().forEach(values::add);
        } else if (scope instanceof Scope.And and) {
            parts(and.parts(), json.putArray("and"));
        } else if (scope instanceof Scope.Or or) {
            parts(or.parts(), json.putArray("or"));
        } else if (scope instanceof Scope.Not not) {
            if (not.part() instanceof Scope.All) {
                json.put("not", "all");
            } else {
                scope(not.part(), json.putObject("not"));
            }
        }
    }

    private static void parts(List<Scope> parts, ArrayNode json) {
        for (Scope part : parts) {
            if (part instanceof Scope.All) {
                json.add("all");
            } else {
                scope(part, json.addObject());
            }
        }
    }

    private static void threshold(Threshold threshold, ObjectNode json) {
        if (threshold instanceof Threshold.Absolute absolute) {
            json.put("type", "absolute").put("value", absolute.value());
        } else if (threshold instanceof Threshold.Relative relative) {
            json.put("type", "relative").put("fraction", relative.fraction()).put("base", relative.base());
        } else if (threshold instanceof Threshold.Dynamic dynamic) {
            json.put("type", "dynamic").put("provider", dynamic.provider());
        }
    }
}
