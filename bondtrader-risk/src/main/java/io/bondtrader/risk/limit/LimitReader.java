package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.var.QuantileConvention;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one limit. */
final class LimitReader {

    private static final Set<String> REQUIRED = Set.of(
            "id",
            "version",
            "measure",
            "scope",
            "bound",
            "threshold",
            "action",
            "owner",
            "validFrom",
            "proposedBy",
            "approvedBy");

    private LimitReader() {}

    static Limit limit(JsonPath json) {
        json.requireMembers(REQUIRED, Set.of("validTo"));
        String id = json.get("id").text();
        int version = json.get("version").integer();
        LimitMeasure measure = measure(json.get("measure"));
        Scope scope = scope(json.get("scope"));
        LimitBound bound = json.get("bound").constant(LimitBound.class);
        Threshold threshold = threshold(json.get("threshold"));
        LimitAction action = json.get("action").constant(LimitAction.class);
        String owner = json.get("owner").text();
        Instant from = json.get("validFrom").instant();
        @Nullable Instant to = json.has("validTo") ? json.get("validTo").instant() : null;
        String proposedBy = json.get("proposedBy").text();
        String approvedBy = json.get("approvedBy").text();
        return json.make(() -> new Limit(
                id, version, measure, scope, bound, threshold, action, owner, from, to, proposedBy, approvedBy));
    }

    private static void members(JsonPath json, String... others) {
        Set<String> required = new TreeSet<>(List.of(others));
        required.add("type");
        json.requireMembers(required, Set.of());
    }

    static LimitMeasure measure(JsonPath json) {
        json.names();
        String type = json.get("type").text();
        for (ExposureKind kind : ExposureKind.values()) {
            if (JsonPath.name(kind).equals(type)) {
                members(json, "netting");
                return new LimitMeasure.Exposure(kind, json.get("netting").constant(Netting.class));
            }
        }
        return switch (type) {
            case "key-rate-dv01" -> {
                members(json, "tenor", "netting");
                yield json.make(() -> new LimitMeasure.KeyRateDv01(
                        json.get("tenor").text(), json.get("netting").constant(Netting.class)));
            }
            case "value-at-risk" -> {
                members(json, "confidence", "convention");
                yield json.make(() -> new LimitMeasure.ValueAtRisk(
                        json.get("confidence").number(), json.get("convention").constant(QuantileConvention.class)));
            }
            case "expected-shortfall" -> {
                members(json, "confidence", "convention");
                yield json.make(() -> new LimitMeasure.ExpectedShortfall(
                        json.get("confidence").number(), json.get("convention").constant(QuantileConvention.class)));
            }
            case "stress-loss" -> {
                members(json, "scenario");
                yield json.make(
                        () -> new LimitMeasure.StressLoss(json.get("scenario").text()));
            }
            case "concentration" -> {
                members(json, "by", "of", "share");
                yield new LimitMeasure.Concentration(
                        json.get("by").constant(Dimension.class),
                        json.get("of").constant(ExposureKind.class),
                        json.get("share").bool());
            }
            case "illiquid-share" -> {
                members(json, "days");
                yield json.make(
                        () -> new LimitMeasure.IlliquidShare(json.get("days").number()));
            }
            case "leverage" -> {
                members(json, "capital");
                yield json.make(
                        () -> new LimitMeasure.Leverage(json.get("capital").text()));
            }
            case "drawdown" -> {
                members(json, "provider");
                yield json.make(
                        () -> new LimitMeasure.Drawdown(json.get("provider").text()));
            }
            default -> plain(json, type);
        };
    }

    private static LimitMeasure plain(JsonPath json, String type) {
        LimitMeasure measure = switch (type) {
            case "worst-stress-loss" -> new LimitMeasure.WorstStressLoss();
            case "maximum-maturity" -> new LimitMeasure.MaximumMaturity();
            case "weighted-maturity" -> new LimitMeasure.WeightedMaturity();
            case "days-to-liquidate" -> new LimitMeasure.DaysToLiquidate();
            default -> throw new InvalidInput(json.path() + ".type", type, "a measure, see the handbook");
        };
        members(json);
        return measure;
    }

    static Scope scope(JsonPath json) {
        if (json.isText()) {
            InvalidInput.unless(json.text().equals("all"), json.path(), json.text(), "\"all\" or an object");
            return Scope.all();
        }
        List<String> names = json.names();
        InvalidInput.unless(names.size() == 1, json.path(), names, "an object of one member: in, and, or, not");
        JsonPath inner = json.get(names.get(0));
        return switch (names.get(0)) {
            case "in" -> {
                inner.requireMembers(Set.of("dimension", "values"), Set.of());
                Dimension dimension = inner.get("dimension").constant(Dimension.class);
                TreeSet<String> values = new TreeSet<>();
                for (JsonPath value : inner.get("values").elements()) {
                    InvalidInput.unless(values.add(value.text()), value.path(), value.text(), "given only once");
                }
                yield inner.make(() -> new Scope.In(dimension, values));
            }
            case "and" ->
                inner.make(() -> new Scope.And(
                        inner.elements().stream().map(LimitReader::scope).toList()));
            case "or" ->
                inner.make(() -> new Scope.Or(
                        inner.elements().stream().map(LimitReader::scope).toList()));
            case "not" -> new Scope.Not(scope(inner));
            default -> throw new InvalidInput(json.path(), names.get(0), "in, and, or, not");
        };
    }

    static Threshold threshold(JsonPath json) {
        json.names();
        String type = json.get("type").text();
        return switch (type) {
            case "absolute" -> {
                members(json, "value");
                yield new Threshold.Absolute(json.get("value").number());
            }
            case "relative" -> {
                members(json, "fraction", "base");
                yield json.make(() -> new Threshold.Relative(
                        json.get("fraction").number(), json.get("base").text()));
            }
            case "dynamic" -> {
                members(json, "provider");
                yield json.make(() -> new Threshold.Dynamic(json.get("provider").text()));
            }
            default -> throw new InvalidInput(json.path() + ".type", type, "absolute, relative or dynamic");
        };
    }
}
