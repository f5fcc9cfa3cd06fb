package io.bondtrader.core.verify;

import io.bondtrader.core.audit.CanonicalJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/** A verified number in one line. The same on every machine: no locale, no {@code Double.toString}. */
final class VerifiedText {

    private VerifiedText() {}

    static String of(Verified verified) {
        PathOutcome primary = verified.paths().get(0);
        String value =
                primary instanceof PathOutcome.Value answer ? headline(answer.value(), verified.tolerance()) : "–";
        return verified.measure() + " " + value + " " + mark(verified.verdict()) + " (" + evidence(verified) + ")";
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case AGREED -> "✓ agreed";
            case DISCREPANT -> "✗ DISCREPANT";
            case PATH_FAILED -> "✗ PATH FAILED";
            case NOT_CHECKED -> "not checked";
        };
    }

    private static String evidence(Verified verified) {
        StringBuilder text = new StringBuilder(
                verified.paths().stream().map(PathOutcome::toString).collect(Collectors.joining(", ")));
        verified.difference()
                .ifPresent(difference -> text.append(", differ ")
                        .append(brief(difference))
                        .append(", tolerance ")
                        .append(verified.tolerance()));
        if (verified.iterations() > 0) {
            text.append(", ").append(verified.iterations()).append(" iterations");
        }
        return text.toString();
    }

    /** Six decimals as prices are read, eight below one as yields are, and counts as they are. */
    private static String headline(double value, Tolerance tolerance) {
        if (tolerance.equals(Tolerance.EXACT)) {
            return CanonicalJson.number(value);
        }
        int decimals = Math.abs(value) < 1.0 ? 8 : 6;
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String brief(double difference) {
        return CanonicalJson.number(
                new BigDecimal(difference).round(new MathContext(2)).doubleValue());
    }
}
