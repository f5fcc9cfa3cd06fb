package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The forms of text and numbers in reports: Delegated Regulation (EU) 2017/590, Annex I, table 1. */
final class ReportText {

    private ReportText() {}

    /** Capital letters and digits, from one to a longest length. */
    static String capitals(String name, String text, int longest) {
        boolean formed = !text.isEmpty()
                && text.length() <= longest
                && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        if (!formed) {
            throw InvalidInput.unreadable(name, text, "1 to " + longest + " capital letters and digits");
        }
        return text;
    }

    /** A number of at most so many digits, so many of them after the point; without zeros that say nothing. */
    static BigDecimal decimal(String name, BigDecimal value, int digits, int fraction) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int places = Math.max(plain.scale(), 0);
        int whole = Math.max(plain.precision() - plain.scale(), 0);
        InvalidInput.unless(
                places <= fraction && whole + places <= digits,
                name,
                value,
                "of at most " + digits + " digits, " + fraction + " of them after the point");
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The digest of bytes in hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
