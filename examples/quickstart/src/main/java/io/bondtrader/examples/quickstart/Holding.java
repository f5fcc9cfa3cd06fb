package io.bondtrader.examples.quickstart;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.ConventionCheck;
import io.bondtrader.core.bond.Cusip;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.SecurityIdentifier;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a book: a bond and how much of it is held. */
record Holding(int line, FixedCouponBond bond, double face) {

    private static final double DEFAULT_FACE = 1_000_000.0;

    /** A line that describes no bond, and why. */
    record Rejected(int line, String text, String reason) {}

    /** What a book file holds. */
    record Book(List<Holding> holdings, List<Rejected> rejected) {}

    static Book read(Csv csv) throws Csv.Unreadable {
        csv.require("coupon_percent", "issue_date", "maturity_date");
        List<Holding> holdings = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Csv.Line line : csv.lines()) {
            try {
                holdings.add(holding(csv, line));
            } catch (BondTraderException refusal) {
                rejected.add(new Rejected(line.number(), String.join(",", line.fields()), refusal.getMessage()));
            }
        }
        return new Book(List.copyOf(holdings), List.copyOf(rejected));
    }

    private static Holding holding(Csv csv, Csv.Line line) {
        InvalidInput.unless(
                line.fields().size() == csv.columns().size(),
                "number of fields",
                line.fields().size(),
                Integer.toString(csv.columns().size()));
        Map<String, String> fields = csv.byColumn(line);
        String name = fields.getOrDefault("convention", "");
        BondConvention convention = name.isEmpty() ? BondConventions.US_TREASURY : BondConventions.of(name);
        FixedCouponBond bond = FixedCouponBond.of(
                convention,
                number(fields, "coupon_percent") / 100.0,
                date(fields, "issue_date"),
                date(fields, "maturity_date"));
        SecurityIdentifier identifier = identifier(fields);
        if (identifier != null) {
            bond = bond.withIdentifier(identifier);
        }
        ConventionCheck.require(bond, convention);
        double face = fields.getOrDefault("face", "").isEmpty() ? DEFAULT_FACE : number(fields, "face");
        InvalidInput.unless(face > 0.0 && face <= 1e13, "face", face, "positive, at most 1e13");
        return new Holding(line.number(), bond, face);
    }

    private static @Nullable SecurityIdentifier identifier(Map<String, String> fields) {
        String cusip = fields.getOrDefault("cusip", "");
        if (!cusip.isEmpty()) {
            return Cusip.of(cusip);
        }
        String isin = fields.getOrDefault("isin", "");
        return isin.isEmpty() ? null : Isin.of(isin);
    }

    private static double number(Map<String, String> fields, String column) {
        String text = fields.getOrDefault(column, "");
        try {
            double value = Double.parseDouble(text);
            InvalidInput.unless(Double.isFinite(value), column, text, "a finite number");
            return value;
        } catch (NumberFormatException e) {
            throw InvalidInput.unreadable(column, text, "a number");
        }
    }

    private static LocalDate date(Map<String, String> fields, String column) {
        String text = fields.getOrDefault(column, "");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw InvalidInput.unreadable(column, text, "a date such as 2035-11-15");
        }
    }

    String label() {
        SecurityIdentifier identifier = bond.identifier();
        return identifier == null ? "line " + line : identifier.value();
    }
}
