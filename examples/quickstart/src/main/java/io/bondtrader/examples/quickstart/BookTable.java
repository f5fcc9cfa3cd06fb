package io.bondtrader.examples.quickstart;

import java.util.Locale;

/** The valuation as an aligned table. */
final class BookTable {

    private BookTable() {}

    static String of(Valuation.OfBook book) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-9s  %6s  %-10s  %11s  %9s  %11s  %8s  %8s  %9s  %9s  %s%n",
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
                "verified"));
        for (Valuation v : book.valuations()) {
            String verdict = v.isConfirmed()
                    ? "✓ agreed"
                    : "✗ " + v.agreed() + " of " + v.numbers().size();
            table.append(String.format(
                    Locale.ROOT,
                    "%-9s  %6.3f  %s  %11.6f  %9.6f  %11.6f  %8.4f  %8.4f  %9.3f  %9.6f  %s%n",
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
                    verdict));
        }
        return table.append(totals(book)).toString();
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
