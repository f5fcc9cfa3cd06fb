package io.bondtrader.examples.risk;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.examples.quickstart.Quickstart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a book: CUSIP, type, coupon in per cent, issue and maturity date, and the face held, one million without one. */
final class TreasuryBook {

    private static final TradingBook BOOK = new TradingBook("House", "Rates", "Treasuries");

    private TreasuryBook() {}

    /** The sample book of the quickstart. */
    static List<Position> sample() {
        try (InputStream stream = Objects.requireNonNull(Quickstart.class.getResourceAsStream("sample-book.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return positions(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Position> read(Path file) {
        try {
            return positions(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new MissingData("book: the file " + file.getFileName() + " cannot be read");
        }
    }

    private static List<Position> positions(List<String> lines) {
        List<Position> positions = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("cusip")) {
                positions.add(position(number, line));
            }
        }
        InvalidInput.unless(!positions.isEmpty(), "positions in the book", 0, "at least one");
        return positions;
    }

    private static Position position(int number, String line) {
        String[] fields = line.split(",", -1);
        try {
            FixedCouponBond bond = FixedCouponBond.of(
                    BondConventions.US_TREASURY,
                    new BigDecimal(fields[2]).movePointLeft(2).doubleValue(),
                    LocalDate.parse(fields[3]),
                    LocalDate.parse(fields[4]));
            BigDecimal face =
                    fields.length > 5 && !fields[5].isEmpty() ? new BigDecimal(fields[5]) : new BigDecimal("1000000");
            Security security = Security.of(fields[0], bond, "USD")
                    .issuedBy("US Treasury", "US", "government")
                    .rated("AA+");
            return new Position(security, BOOK, "desk", face);
        } catch (NumberFormatException | DateTimeParseException | ArrayIndexOutOfBoundsException unreadable) {
            throw InvalidInput.unreadable(
                    "line " + number, line, "CUSIP, type, coupon in per cent, issue and maturity date, face");
        }
    }
}
