package io.bondtrader.compliance.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.InvalidInput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A list of sanctions from a file. A party matches exactly by identifier or by a name of the same letters, and possibly by a
 * name whose words are the same in another order or in letters that look alike ({@link PartyNames}). It does not guess: a name
 * spelt otherwise, transliterated otherwise or shortened is not found, so a house that must find those uses a screening service.
 *
 * <p>The file is text in UTF-8. Its first line is {@code as-of;2026-11-20}; each other line has four fields: the list, the entry
 * in it, a legal entity identifier or nothing, and one name; further names of an entry stand on lines of their own. A file with
 * a bad line, or without an entry, is refused whole.
 *
 * <p>Immutable to its users and safe for use by many threads.
 */
public final class SanctionsList implements SanctionsScreen {

    /** Names that were looked up are remembered up to so many; beyond, they are looked up anew. */
    private static final int REMEMBERED = 65_536;

    private static final long LARGEST_BYTES = 256L << 20;

    private final LocalDate asOf;
    private final String version;
    private final Map<String, List<String>> byLei = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> byLook = new HashMap<>();
    private final Map<String, Screening> remembered = new ConcurrentHashMap<>();

    private SanctionsList(LocalDate asOf, String version) {
        this.asOf = asOf;
        this.version = version;
    }

    /**
     * Reads a file.
     *
     * @param file the list
     * @return the list
     * @throws InvalidInput if it cannot be read, is larger than 256 MiB or has a line that is none
     */
    public static SanctionsList read(Path file) {
        try {
            InvalidInput.unless(Files.size(file) <= LARGEST_BYTES, "list of sanctions", file, "of at most 256 MiB");
            return parse(Files.readString(file, UTF_8));
        } catch (CharacterCodingException other) {
            throw InvalidInput.unreadable("list of sanctions", file.toString(), "text in UTF-8");
        } catch (IOException unreadable) {
            throw InvalidInput.unreadable("list of sanctions", file.toString(), "a file that can be read");
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param text the lines
     * @return the list
     * @throws InvalidInput if a line is none, or no entry is there
     */
    public static SanctionsList parse(String text) {
        String[] lines = text.split("\r?\n", -1);
        SanctionsList list =
                new SanctionsList(asOf(lines[0]), CanonicalJson.of(text).sha256());
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                list.add(lines[i], i + 1);
            }
        }
        InvalidInput.unless(!list.byName.isEmpty(), "list of sanctions", "empty", "of one entry or more");
        return list;
    }

    private static LocalDate asOf(String line) {
        try {
            if (line.startsWith("as-of;")) {
                return LocalDate.parse(line.substring("as-of;".length()));
            }
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable("first line of a list of sanctions", line, "as-of;2026-11-20");
        }
        throw InvalidInput.unreadable("first line of a list of sanctions", line, "as-of;2026-11-20");
    }

    private void add(String line, int number) {
        String[] fields = line.split(";", -1);
        boolean whole = fields.length == 4 && !fields[0].isBlank() && !fields[1].isBlank();
        if (!whole || PartyNames.same(fields[3]).isEmpty()) {
            throw InvalidInput.unreadable("line " + number + " of a list of sanctions", line, "list;entry;lei;name");
        }
        String entry = fields[0] + "/" + fields[1];
        if (!fields[2].isEmpty()) {
            put(byLei, new Lei(fields[2]).value(), entry);
        }
        put(byName, PartyNames.same(fields[3]), entry);
        put(byLook, PartyNames.alike(fields[3]), entry);
    }

    private static void put(Map<String, List<String>> map, String key, String entry) {
        map.computeIfAbsent(key, none -> new ArrayList<>()).add(entry);
    }

    @Override
    public Screening screen(TradeParty party) {
        String key = (party.lei() == null ? "" : party.lei().value()) + ";" + party.name();
        Screening known = remembered.get(key);
        if (known != null) {
            return known;
        }
        Screening found = look(party);
        if (remembered.size() < REMEMBERED) {
            remembered.put(key, found);
        }
        return found;
    }

    private Screening look(TradeParty party) {
        TreeSet<String> exact = new TreeSet<>();
        if (party.lei() != null) {
            exact.addAll(byLei.getOrDefault(party.lei().value(), List.of()));
        }
        String name = PartyNames.same(party.name());
        if (name.isEmpty()) {
            throw new InvalidInput("name of a party", party.name(), "one of letters or digits");
        }
        exact.addAll(byName.getOrDefault(name, List.of()));
        if (!exact.isEmpty()) {
            return new Screening(Screening.Match.EXACT, List.copyOf(exact), asOf);
        }
        TreeSet<String> possible = new TreeSet<>(byLook.getOrDefault(PartyNames.alike(party.name()), List.of()));
        Screening.Match match = possible.isEmpty() ? Screening.Match.NONE : Screening.Match.POSSIBLE;
        return new Screening(match, List.copyOf(possible), asOf);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String toString() {
        return "SanctionsList[" + asOf + ", " + byName.size() + " names]";
    }
}
