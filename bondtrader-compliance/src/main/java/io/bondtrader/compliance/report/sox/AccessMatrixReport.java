package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who holds which role and, by it, which permission, as of the end of the period. Immutable. */
public final class AccessMatrixReport implements ReportDefinition {

    /** Creates the definition. */
    public AccessMatrixReport() {}

    @Override
    public String kind() {
        return "sox.access_matrix";
    }

    @Override
    public String title() {
        return "Access matrix";
    }

    @Override
    public String rules() {
        return "access-matrix/2";
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        AccessState state = new AccessState();
        List<ReportCell[]> told = new ArrayList<>();
        List<Long> unread = new ArrayList<>();
        log.read(event -> {
            if (event.record().time().isBefore(parameters.until())) {
                state.take(event);
                if (SecurityWords.changes(event)) {
                    EventIndices here = EventIndices.of(event.index());
                    boolean added = SecurityWords.read(event).isPresent();
                    told.add(Events.cells(
                            here,
                            event.record().time(),
                            event.record().actor(),
                            Events.result(event, "change"),
                            added ? "yes" : "no"));
                    unread.addAll(added ? List.of() : List.of(event.index()));
                }
            }
        });
        List<List<ReportCell>> roles = new ArrayList<>();
        List<List<ReportCell>> permissions = new ArrayList<>();
        Map<String, List<AccessState.Held>> people = state.byPerson();
        people.forEach((person, held) -> {
            TreeMap<String, TreeSet<String>> may = new TreeMap<>();
            TreeMap<String, EventIndices> shown = new TreeMap<>();
            for (AccessState.Held each : held) {
                AccessState.Grant grant = each.grant();
                roles.add(List.of(Events.cells(
                        each.events(),
                        person,
                        grant.account(),
                        grant.role(),
                        Events.scope(grant.scope()),
                        each.given().by(),
                        each.given().approvedBy(),
                        each.given().at())));
                AccessState.Known<List<String>> of = state.permissions(grant.role());
                for (String permission : of.value()) {
                    may.computeIfAbsent(permission, fresh -> new TreeSet<>())
                            .add(grant.role() + " in " + Events.scope(grant.scope()));
                    shown.merge(permission, each.events().union(of.events()), EventIndices::union);
                }
            }
            may.forEach((permission, by) -> permissions.add(List.of(Events.cells(
                    shown.getOrDefault(permission, EventIndices.none()), person, permission, String.join(", ", by)))));
        });
        ReportTable held = ReportTable.of(
                        "Roles held", "Person", "Account", "Role", "Scope", "Proposed by", "Approved by", "Since")
                .withRows(roles);
        Set<String> undefined = state.undefinedRoles();
        return Report.of(this, log, parameters)
                .summary("Persons with access", people.size(), held.events())
                .summary("Roles held", roles.size(), held.events())
                .summary("Roles held whose permissions no event defines", undefined.size(), held.events())
                .summary("Changes that access control reported", told.size(), Events.all(told))
                .summary(
                        "Changes whose words do not say who may do what",
                        unread.size(),
                        EventIndices.of(
                                unread.stream().mapToLong(Long::longValue).toArray()))
                .table(held)
                .table(ReportTable.of("Permissions", "Person", "Permission", "By")
                        .withRows(permissions))
                .table(ReportTable.of("Changes that access control reported", "Time", "Account", "Change", "Added up")
                        .withRows(told.stream().map(List::of).toList()))
                .build();
    }

    @Override
    public String toString() {
        return kind();
    }
}
