package io.bondtrader.compliance.report.transaction.person;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The identifier of persons without a number: birth date, five letters of the first name, five of the surname.
 *
 * <p>Source: Delegated Regulation (EU) 2017/590, Article 6(4) and (5); what counts as a title or a prefix and how
 * accented letters are written: ESMA, Guidelines on transaction reporting (ESMA/2016/1452), section 5.5, with their
 * published examples. The lists of words are recalled; the Guidelines call theirs not exhaustive.
 *
 * <ol>
 *   <li>Titles before a first name are dropped, and prefixes that stand before a surname as words of their own.
 *       {@code O'Brian} and {@code Vandenberg} keep theirs.
 *   <li>Accents, apostrophes, hyphens and spaces are dropped; {@code Ø} is O, {@code ß} is one S.
 *   <li>Of several first names the first counts; a hyphenated name is one.
 *   <li>A name of fewer than five letters is filled with {@code #}.
 * </ol>
 */
public final class Concat {

    /** The letters taken of each name. */
    static final int NAME_LENGTH = 5;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private static final Set<String> TITLES = Set.of(
            ("ATTY COACH DAME DR FR GOV HONORABLE MADAME MADAM MME MAID MASTER MISS MONSIEUR MR MRS MS MX OFC PHD"
                            + " PRES PROF REV SIR")
                    .split(" "));

    /** Longest first, so that a prefix of two words goes before the one that it begins with. */
    private static final List<List<String>> PREFIXES = prefixes(
            "MHIC GIOLLA",
            "AUF DEM",
            "AUS DER",
            "DE LA",
            "VAN DE",
            "VAN DEN",
            "VAN DER",
            "VON DEM",
            "VON DEN",
            "VON DER",
            "AM",
            "AUF",
            "D",
            "DA",
            "DE",
            "DEL",
            "DI",
            "DO",
            "DOS",
            "DU",
            "IM",
            "LA",
            "LE",
            "MAC",
            "MC",
            "MHAC",
            "MHIC",
            "MIC",
            "NI",
            "NIC",
            "O",
            "UA",
            "UI",
            "VAN",
            "VOM",
            "VON");

    /** Letters that do not fall apart into a letter and an accent. */
    private static final Map<Character, Character> OWN_LETTERS = Map.ofEntries(
            Map.entry('Æ', 'A'),
            Map.entry('æ', 'A'),
            Map.entry('Œ', 'O'),
            Map.entry('œ', 'O'),
            Map.entry('Ø', 'O'),
            Map.entry('ø', 'O'),
            Map.entry('ẞ', 'S'),
            Map.entry('ß', 'S'),
            Map.entry('Ł', 'L'),
            Map.entry('ł', 'L'),
            Map.entry('Đ', 'D'),
            Map.entry('đ', 'D'),
            Map.entry('Ð', 'D'),
            Map.entry('ð', 'D'),
            Map.entry('Þ', 'T'),
            Map.entry('þ', 'T'),
            Map.entry('ı', 'I'));

    private Concat() {}

    private static List<List<String>> prefixes(String... texts) {
        return Arrays.stream(texts).map(text -> List.of(text.split(" "))).toList();
    }

    /**
     * Returns the identifier of a person.
     *
     * @param country of the nationality that counts
     * @param birth birth date
     * @param firstNames first name or names, parted by spaces or commas, in Latin letters
     * @param surname surname or surnames, in Latin letters
     * @return the identifier
     * @throws InvalidInput if a name holds no letter, or letters that are not Latin: who reports transliterates them
     *     first
     */
    public static NaturalPersonId of(Country country, LocalDate birth, String firstNames, String surname) {
        InvalidInput.unless(birth.getYear() >= 1000 && birth.getYear() <= 9999, "birth date", "…", "of four digits");
        List<String> given = words("first name", firstNames);
        while (given.size() > 1 && TITLES.contains(given.get(0))) {
            given.remove(0);
        }
        List<String> family = words("surname", surname);
        dropPrefixes(family);
        String number = DATE.format(birth) + five(given.get(0)) + five(String.join("", family));
        return new NaturalPersonId(country, number, IdentifierScheme.CONCAT);
    }

    private static void dropPrefixes(List<String> family) {
        boolean dropped = true;
        while (dropped) {
            dropped = false;
            for (List<String> prefix : PREFIXES) {
                // What would leave nothing is the name itself.
                if (family.size() > prefix.size()
                        && family.subList(0, prefix.size()).equals(prefix)) {
                    family.subList(0, prefix.size()).clear();
                    dropped = true;
                    break;
                }
            }
        }
    }

    private static List<String> words(String name, String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD) + " ";
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == ' ' || c == ',' || c == '\u00a0') {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                append(name, c, word);
            }
        }
        InvalidInput.unless(!words.isEmpty(), name, "…", "of at least one letter");
        return words;
    }

    private static void append(String name, char c, StringBuilder word) {
        Character own = OWN_LETTERS.get(c);
        if (own != null) {
            word.append(own.charValue());
        } else if (c >= 'a' && c <= 'z') {
            word.append((char) (c - 'a' + 'A'));
        } else if (c >= 'A' && c <= 'Z') {
            word.append(c);
        } else {
            boolean dropped = Character.getType(c) == Character.NON_SPACING_MARK || "'’‘ʼ´`′-‐‑–.".indexOf(c) >= 0;
            InvalidInput.unless(dropped, name, "…", "in Latin letters, without digits and signs");
        }
    }

    private static String five(String letters) {
        String filled = letters + "#".repeat(NAME_LENGTH);
        return filled.substring(0, NAME_LENGTH);
    }
}
