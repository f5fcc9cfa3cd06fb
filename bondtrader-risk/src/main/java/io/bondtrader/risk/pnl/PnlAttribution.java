package io.bondtrader.risk.pnl;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Profit and loss by what it was earned with, to the cent: the parts, the residual among them, add up to the total exactly.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param method by which it was attributed, with the order of its steps
 * @param total what revaluation says was earned, rounded to the smallest unit of the currency
 * @param parts in the order of the method, the residual last
 */
public record PnlAttribution(String method, Money total, List<Part> parts) {

    /**
     * A part of it.
     *
     * @param effect what earned it
     * @param label which key rate, for rates; the effect's name for others
     * @param amount in reporting currency, rounded
     */
    public record Part(PnlEffect effect, String label, Money amount) {}

    /** A part that is not rounded yet. */
    record Raw(PnlEffect effect, String label, double amount) {}

    /**
     * Checks that parts add up.
     *
     * @throws InvalidInput if they do not add up to the total
     */
    public PnlAttribution {
        Objects.requireNonNull(method);
        parts = List.copyOf(parts);
        Money sum = sum(parts, total.currency());
        InvalidInput.unless(sum.equals(total), "sum of parts", sum, "the total, " + total);
    }

    /** Rounds each part; the residual takes what rounding leaves. */
    static PnlAttribution rounded(String method, double total, List<Raw> raw, Currency currency) {
        Money whole = rounded(total, currency);
        List<Part> parts = new ArrayList<>();
        Money residual = whole;
        for (Raw part : raw) {
            if (part.effect() != PnlEffect.RESIDUAL) {
                Money amount = rounded(part.amount(), currency);
                parts.add(new Part(part.effect(), part.label(), amount));
                residual = residual.minus(amount);
            }
        }
        parts.add(new Part(PnlEffect.RESIDUAL, "residual", residual));
        return new PnlAttribution(method, whole, parts);
    }

    private static Money rounded(double amount, Currency currency) {
        InvalidInput.unless(Double.isFinite(amount), "profit and loss", amount, "finite");
        return new Money(new BigDecimal(amount), currency).rounded(RoundingMode.HALF_EVEN);
    }

    private static Money sum(List<Part> parts, Currency currency) {
        return parts.stream().map(Part::amount).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * Adds attributions of several positions, or of several days.
     *
     * @param attributions one or more, by one method and in one currency
     * @return the attribution of all; it adds up because each of them does
     * @throws InvalidInput if there is none, or methods or currencies differ
     */
    public static PnlAttribution sum(List<PnlAttribution> attributions) {
        InvalidInput.unless(!attributions.isEmpty(), "attributions", attributions, "at least one");
        PnlAttribution first = attributions.get(0);
        Map<String, Part> sums = new LinkedHashMap<>();
        Money total = Money.zero(first.total.currency());
        for (PnlAttribution attribution : attributions) {
            InvalidInput.unless(attribution.method.equals(first.method), "method", attribution.method, first.method);
            total = total.plus(attribution.total);
            for (Part part : attribution.parts) {
                sums.merge(
                        part.effect() + " " + part.label(),
                        part,
                        (a, b) -> new Part(a.effect(), a.label(), a.amount().plus(b.amount())));
            }
        }
        List<Part> ordered = new ArrayList<>();
        for (PnlEffect effect : PnlEffect.values()) { // the residual last
            sums.values().stream().filter(part -> part.effect() == effect).forEach(ordered::add);
        }
        return new PnlAttribution(first.method, total, ordered);
    }

    /**
     * Returns what an effect came to.
     *
     * @param effect which
     * @return its parts together, such as all key rates
     */
    public Money amount(PnlEffect effect) {
        return sum(parts.stream().filter(part -> part.effect() == effect).toList(), total.currency());
    }

    /** {@return all of it as one JSON object, amounts as texts} */
    public CanonicalJson toJson() {
        List<Map<String, String>> told = new ArrayList<>();
        for (Part part : parts) {
            told.add(Map.of(
                    "effect", part.effect().name(),
                    "label", part.label(),
                    "amount", part.amount().amount().toPlainString()));
        }
        return CanonicalJson.of(Map.of(
                "method",
                method,
                "currency",
                total.currency().getCurrencyCode(),
                "total",
                total.amount().toPlainString(),
                "parts",
                told));
    }

    /** {@return a line for each part, and the total} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method);
        for (Part part : parts) {
            text.append("\n  ").append(part.effect());
            if (part.effect() == PnlEffect.RATES) {
                text.append(' ').append(part.label());
            }
            text.append(": ").append(part.amount());
        }
        return text.append("\n  total: ").append(total).toString();
    }
}
