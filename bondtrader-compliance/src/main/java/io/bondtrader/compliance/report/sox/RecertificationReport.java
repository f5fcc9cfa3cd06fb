package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportTable;
import io.bondtrader.compliance.report.VerifiedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Campaigns of access recertification: every role that was held when a campaign began, who decided what about it and when,
 * and what is overdue at the end of the period. What a holder certifies for himself does not count. Immutable.
 */
public final class RecertificationReport implements ReportDefinition {

    /** Creates the definition. */
    public RecertificationReport() {}

    /** What became of a role in a campaign. */
    enum State {
        KEPT,
        KEPT_LATE,
        REVOKED,
        TO_BE_REVOKED,
        ENDED,
        OPEN,
        OVERDUE
    }

    /** Somebody's decision. */
    private record Decision(String by, Instant at, boolean keep, long index) {}

    /** A role to be certified. */
    private static final class Item {

        private final EventIndices granted;
        private EventIndices own = EventIndices.none();
        private @Nullable Decision decision;

        Item(EventIndices granted) {
            this.granted = granted;
        }
    }

    private record Campaign(Instant due, EventIndices opened, TreeMap<AccessState.Grant, Item> items) {}

    @Override
    public String kind() {
        return "sox.access_recertification";
    }

    @Override
    public String title() {
        return "Access recertification";
    }

    @Override
    public String rules() {
        return "access-recertification/1";
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        AccessState state = new AccessState();
        Map<String, Campaign> campaigns = new TreeMap<>();
        log.read(event -> {
            if (!event.record().time().isBefore(parameters.until())
                    || event.record().outcome() != Outcome.SUCCESS) {
                return;
            }
            state.take(event);
            if (event.record().action().equals(AccessJournal.CAMPAIGN_OPENED)) {
                campaigns.put(event.record().resource(), opened(event, state));
            } else if (event.record().action().equals(AccessJournal.CERTIFIED)) {
                Campaign campaign = campaigns.get(event.record().resource());
                if (campaign != null) {
                    decided(event, state, campaign);
                }
            }
        });
        List<List<ReportCell>> rows = new ArrayList<>();
        Map<State, List<EventIndices>> byState = new TreeMap<>();
        Map<State, Integer> counts = new TreeMap<>();
        campaigns.forEach((id, campaign) -> campaign.items().forEach((grant, item) -> {
            State at = stateOf(campaign, grant, item, state, parameters.until());
            Decision decision = item.decision;
            EventIndices events = item.granted.union(item.own);
            EventIndices decided = decision == null ? EventIndices.none() : EventIndices.of(decision.index());
            rows.add(List.of(
                    ReportCell.of(id, campaign.opened()),
                    ReportCell.of(
                            state.holder(grant.account()).value(),
                            state.holder(grant.account()).events()),
                    ReportCell.of(grant.account(), item.granted),
                    ReportCell.of(grant.role() + " in " + Events.scope(grant.scope()), item.granted),
                    ReportCell.of(campaign.due(), campaign.opened()),
                    ReportCell.of(decision == null ? "" : decision.by(), decided),
                    ReportCell.of(decision == null ? "" : decision.at().toString(), decided),
                    ReportCell.of(at, campaign.opened().union(events).union(decided)),
                    ReportCell.of(item.own.isEmpty() ? "" : "certified by the holder", item.own)));
            counts.merge(at, 1, Integer::sum);
            byState.computeIfAbsent(at, fresh -> new ArrayList<>())
                    .add(events.union(decided).union(campaign.opened()));
        }));
        Report.Builder report = Report.of(this, log, parameters)
                .summary(
                        "Campaigns",
                        campaigns.size(),
                        campaigns.values().stream()
                                .map(Campaign::opened)
                                .reduce(EventIndices.none(), EventIndices::union));
        for (State each : State.values()) {
            report.summary(
                    each.name(), counts.getOrDefault(each, 0), Events.union(byState.getOrDefault(each, List.of())));
        }
        return report.table(ReportTable.of(
                                "Roles to be certified",
                                "Campaign",
                                "Person",
                                "Account",
                                "Role",
                                "Due",
                                "Decided by",
                                "Decided at",
                                "State",
                                "Remark")
                        .withRows(rows))
                .build();
    }

    private static Campaign opened(LoggedEvent event, AccessState state) {
        EventBody body = EventBody.of(event);
        List<String> roles = body.texts("roles");
        TreeMap<AccessState.Grant, Item> items = new TreeMap<>();
        state.grants().forEach((grant, given) -> {
            if (roles.isEmpty() || roles.contains(grant.role())) {
                items.put(grant, new Item(given.events()));
            }
        });
        return new Campaign(Instant.parse(body.text("due")), EventIndices.of(event.index()), items);
    }

    private static void decided(LoggedEvent event, AccessState state, Campaign campaign) {
        EventBody body = EventBody.of(event);
        AccessState.Grant grant = new AccessState.Grant(body.text("account"), body.text("role"), body.text("scope"));
        Item item = campaign.items().get(grant);
        if (item == null) {
            return;
        }
        String by = state.personOf(event.record().actor());
        if (by.equals(state.holder(grant.account()).value())) {
            item.own = item.own.union(EventIndices.of(event.index()));
            return;
        }
        item.decision =
                new Decision(by, event.record().time(), body.text("keep").equals("true"), event.index());
    }

    private static State stateOf(
            Campaign campaign, AccessState.Grant grant, Item item, AccessState state, Instant until) {
        Decision decision = item.decision;
        boolean held = state.holds(grant);
        if (decision == null) {
            if (!held) {
                return State.ENDED;
            }
            return until.isAfter(campaign.due()) ? State.OVERDUE : State.OPEN;
        }
        if (!decision.keep()) {
            return held ? State.TO_BE_REVOKED : State.REVOKED;
        }
        return decision.at().isAfter(campaign.due()) ? State.KEPT_LATE : State.KEPT;
    }

    @Override
    public String toString() {
        return kind();
    }
}
