package io.bondtrader.examples.quickstart;

import io.bondtrader.core.pricing.KeyTenors;
import java.util.Locale;

/** The valuation as an aligned table. */
final class BookTable {

    private BookTable() {}

    static String of(Valuation.OfBook book) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-9s  %6s  %-10s  %11s  %9s  %11s  %8s  %8s  %9s  %9s  %8s  %s%n",
                "security",
                "coupon",
                "maturity",
                "clean",
                "accrued",
                "dirty",
                "yield %",
                "mod.dur.",
                "convexity",
                "DV01",
                "Z bp",
                "verified"));
        for (Valuation v : book.valuations()) {
            String verdict = v.isConfirmed()
                    ? "✓ agreed"
                    : "✗ " + v.agreed() + " of " + v.numbers().size();
            table.append(String.format(
                    Locale.ROOT,
                    "%-9s  %6.3f  %s  %11.6f  %9.6f  %11.6f  %8.4f  %8.4f  %9.3f  %9.6f  %8s  %s%n",
                    v.holding().label(),
                    v.holding().bond().couponRate() * 100.0,
                    v.holding().bond().maturity(),
                    v.clean().value(),
                    v.accrued().value(),
                    v.dirty().value(),
                    v.yield().value() * 100.0,
                    v.modifiedDuration().value(),
                    v.convexity().value(),
                    v.dv01().value(),
                    zSpread(v),
                    verdict));
        }
        table.append(totals(book));
        if (!book.valuations().isEmpty()) {
            table.append(curve(book)).append(worst(book)).append(String.format(Locale.ROOT, "%n%s%n", book.speed()));
        }
        return table.toString();
    }

    private static String zSpread(Valuation v) {
        OffCurve offCurve = v.offCurve();
        return offCurve == null ? "-" : String.format(Locale.ROOT, "%.2f", offCurve.zSpread() * 1e4);
    }

    /** The zero curve and the book's profile over its keys. */
    private static String curve(Valuation.OfBook book) {
        ZeroCurve zero = book.zeroCurve();
        if (zero.curve() == null) {
            return "no zero curve: " + zero.failure() + "\n";
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%nzero curve from the par yields: node by node and all at once agree to %.0e, yields come back to %.0e%n",
                zero.difference(),
                zero.repricingError()));
        StringBuilder keys = new StringBuilder("key-rate DV01");
        StringBuilder values = new StringBuilder("             ");
        double[] dv01s = book.keyRateDv01s();
        double sum = 0.0;
        for (int key = 0; key < dv01s.length; key++) {
            keys.append(String.format(Locale.ROOT, "%10s", KeyTenors.standard().label(key)));
            values.append(String.format(Locale.ROOT, "%,10.0f", dv01s[key]));
            sum += dv01s[key];
        }
        return text.append(keys)
                .append(String.format(Locale.ROOT, "%12s%n", "together"))
                .append(values)
                .append(String.format(Locale.ROOT, "%,12.0f%n", sum))
                .toString();
    }

    private static String worst(Valuation.OfBook book) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%nfarthest apart%n"));
        for (Valuation.Worst worst : book.worst()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-18s %.1e of %.6g allowed %-22s %s%n",
                    worst.number().measure().name(),
                    worst.difference(),
                    worst.number().value(),
                    worst.number().tolerance(),
                    worst.of().holding().label()));
        }
        return text.toString();
    }

    private static String totals(Valuation.OfBook book) {
        if (book.valuations().isEmpty()) {
            return "no bond could be valued\n";
        }
        return String.format(
                Locale.ROOT,
                "%n%d bonds, face %,.0f, market value %,.2f, modified duration %.4f years, DV01 %,.2f%n",
                book.valuations().size(),
                book.face(),
                book.marketValue(),
                book.modifiedDuration(),
                book.dv01());
    }
}
