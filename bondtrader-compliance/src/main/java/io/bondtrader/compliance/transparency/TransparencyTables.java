package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The rules of transparency as data: who must show what since when, from which size on, how late, each with its source and
 * whether it was compared with the text of the act. A host that knows better gives tables of its own.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TransparencyTables {

    private static final String STANDARD = "bond-transparency.json";

    private final String version;
    private final String sha256;
    private final Map<Jurisdiction, TransparencyLaw> laws;

    private TransparencyTables(String version, String sha256, Map<Jurisdiction, TransparencyLaw> laws) {
        this.version = version;
        this.sha256 = sha256;
        this.laws = laws;
    }

    /** {@return the tables that come with the library; see the page on transparency for what of them was compared with what} */
    public static TransparencyTables standard() {
        return parse(standardText());
    }

    /** {@return the text of {@link #standard}, to begin one's own with} */
    public static String standardText() {
        try (InputStream file = TransparencyTables.class.getResourceAsStream(STANDARD)) {
            if (file == null) {
                throw new IllegalStateException(STANDARD + " is not in the library");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads tables.
     *
     * @param json one object of the form of {@link #standardText}
     * @return the tables
     * @throws InvalidInput if a member is missing, is of the wrong kind, or means nothing, a jurisdiction comes twice, or the
     *     versions of a rule leave a day out or say it twice; the message names the place
     */
    public static TransparencyTables parse(String json) {
        JsonMembers members = JsonMembers.parse(json);
        Map<Jurisdiction, TransparencyLaw> laws = new EnumMap<>(Jurisdiction.class);
        String version = members.text("version");
        InvalidInput.unless(!version.isBlank(), "$.version", version, "not blank");
        for (JsonMembers law : members.objects("laws")) {
            TransparencyLaw read = TransparencyLaw.read(law);
            InvalidInput.unless(
                    laws.put(read.jurisdiction(), read) == null, "$.laws", read.jurisdiction(), "there once");
        }
        members.requireAllRead();
        return new TransparencyTables(version, hash(json), laws);
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    TransparencyLaw law(Jurisdiction jurisdiction) {
        TransparencyLaw law = laws.get(jurisdiction);
        if (law == null) {
            throw new NoRuleInForce("transparency of bonds in " + jurisdiction);
        }
        return law;
    }

    /** {@return the version's name} */
    public String version() {
        return version;
    }

    /** {@return the SHA-256 of the text, in 64 lower-case hexadecimal digits} */
    public String sha256() {
        return sha256;
    }

    /** {@return every rule and row that was not compared with the text of its act, one line each, in the order of the tables} */
    public List<String> unchecked() {
        List<String> lines = new ArrayList<>();
        for (TransparencyLaw law : laws.values()) {
            for (var rules : List.of(
                    law.preTrade(),
                    law.quotes(),
                    law.liquidity(),
                    law.percentiles(),
                    law.realTime(),
                    law.deferrals())) {
                rules.versions().stream()
                        .filter(rule -> !rule.citation().checked())
                        .forEach(rule -> lines.add(rules.name() + " since " + rule.from() + ": " + rule.citation()));
            }
            law.deferrals()
                    .versions()
                    .forEach(rule -> rule.content().rows().stream()
                            .filter(row -> !row.citation().checked())
                            .forEach(row -> lines.add(row.name() + ": " + row.citation())));
        }
        return lines;
    }

    @Override
    public String toString() {
        return "TransparencyTables[" + version + "]";
    }
}
