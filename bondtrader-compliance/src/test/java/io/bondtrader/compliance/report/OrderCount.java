package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.EventIndices;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A report for tests: how many orders each trader entered. */
public final class OrderCount implements ReportDefinition {

    @Override
    public String kind() {
        return "test.order_count";
    }

    @Override
    public String title() {
        return "Orders <by> trader";
    }

    @Override
    public String rules() {
        return "order-count/1";
    }

    @Override
    public Report compute(VerifiedLog log, ReportParameters parameters) {
        TreeMap<String, EventIndices> orders = new TreeMap<>();
        log.read(event -> {
            if (event.record().action().equals("order.created")
                    && parameters.covers(event.record().time())) {
                orders.merge(event.record().actor(), EventIndices.of(event.index()), EventIndices::union);
            }
        });
        List<List<ReportCell>> rows = new ArrayList<>();
        orders.forEach((trader, events) ->
                rows.add(List.of(ReportCell.of(trader, events), ReportCell.of(events.size(), events))));
        ReportTable table = ReportTable.of("Orders", "Trader", "Orders").withRows(rows);
        return Report.of(this, log, parameters)
                .summary("Traders", orders.size(), table.events())
                .table(table)
                .build();
    }
}
