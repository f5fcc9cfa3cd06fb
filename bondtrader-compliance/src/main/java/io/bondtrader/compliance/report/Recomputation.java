package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.error.ReportRejected;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes reports again from the log and compares them cell by cell: what an auditor asks for. Immutable and safe for use
 * by many threads if the trail is.
 */
public final class Recomputation {

    private final AuditTrail trail;
    private final TrustedKeys keys;
    private final TreeMap<String, ReportDefinition> definitions = new TreeMap<>();

    private Recomputation(AuditTrail trail, TrustedKeys keys, Collection<? extends ReportDefinition> definitions) {
        this.trail = Objects.requireNonNull(trail);
        this.keys = Objects.requireNonNull(keys);
        for (ReportDefinition definition : definitions) {
            ReportDefinition other = this.definitions.put(definition.kind(), definition);
            InvalidInput.unless(other == null, "kind", definition.kind(), "of one definition only");
        }
    }

    /**
     * Returns a recomputation.
     *
     * @param trail the log
     * @param keys those that must have signed it
     * @param definitions of the kinds that may come
     * @return the recomputation
     * @throws InvalidInput if two are of one kind
     */
    public static Recomputation from(
            AuditTrail trail, TrustedKeys keys, Collection<? extends ReportDefinition> definitions) {
        return new Recomputation(trail, keys, definitions);
    }

    /**
     * A place where two reports differ. Immutable.
     *
     * @param place which cell: {@code Roles held, row 3, column Role}
     * @param stated what the report says
     * @param computed what the log says
     */
    public record Difference(String place, String stated, String computed) {

        @Override
        public String toString() {
            return place + ": the report says '" + stated + "', the log '" + computed + "'";
        }
    }

    /**
     * Computes a report again.
     *
     * @param json a report as it was handed out
     * @return the first place where it differs from what the log says; empty if it is the same to the byte
     * @throws ReportRejected if it cannot be read, or no definition is of its kind
     * @throws InvalidInput if it states a larger log than there is
     */
    public Optional<Difference> compare(String json) {
        ReportReader.Stated stated = ReportReader.read(json);
        ReportHeader header = stated.report().header();
        ReportDefinition definition = definitions.get(header.kind());
        if (definition == null) {
            throw new ReportRejected("no definition computes " + header.kind());
        }
        VerifiedLog log = VerifiedLog.at(trail, header.size(), keys);
        if (stated.report().saysDeleted()) {
            log = log.toleratingDeleted();
        }
        Report computed = definition.compute(log, header.parameters());
        return headers(header, computed.header())
                .or(() -> tables(stated.report().tables(), computed.tables()))
                .or(() -> difference(
                        "root", stated.root().toBase64(), computed.root().toBase64()));
    }

    private static Optional<Difference> difference(String place, String stated, String computed) {
        return stated.equals(computed) ? Optional.empty() : Optional.of(new Difference(place, stated, computed));
    }

    private static Optional<Difference> headers(ReportHeader stated, ReportHeader computed) {
        return difference("header, title", stated.title(), computed.title())
                .or(() -> difference("header, rules", stated.rules(), computed.rules()))
                .or(() -> difference("header, origin", stated.origin(), computed.origin()))
                .or(() -> difference(
                        "header, root of the log",
                        stated.root().toBase64(),
                        computed.root().toBase64()));
    }

    private static Optional<Difference> tables(List<ReportTable> stated, List<ReportTable> computed) {
        for (int i = 0; i < Math.min(stated.size(), computed.size()); i++) {
            Optional<Difference> found = rows(stated.get(i), computed.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return difference("number of tables", Integer.toString(stated.size()), Integer.toString(computed.size()));
    }

    private static Optional<Difference> rows(ReportTable stated, ReportTable computed) {
        Optional<Difference> shape = difference("title of a table", stated.title(), computed.title())
                .or(() -> difference(
                        stated.title() + ", columns",
                        stated.columns().toString(),
                        computed.columns().toString()));
        if (shape.isPresent()) {
            return shape;
        }
        int both = Math.min(stated.rows().size(), computed.rows().size());
        for (int row = 0; row < both; row++) {
            for (int i = 0; i < stated.columns().size(); i++) {
                ReportCell one = stated.rows().get(row).get(i);
                ReportCell other = computed.rows().get(row).get(i);
                String place = stated.title() + ", row " + row + ", column "
                        + stated.columns().get(i);
                Optional<Difference> found = difference(place, one.value(), other.value())
                        .or(() -> difference(
                                place + ", events",
                                one.events().toString(),
                                other.events().toString()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return difference(
                stated.title() + ", number of rows",
                Integer.toString(stated.rows().size()),
                Integer.toString(computed.rows().size()));
    }

    @Override
    public String toString() {
        return "Recomputation" + definitions.keySet();
    }
}
