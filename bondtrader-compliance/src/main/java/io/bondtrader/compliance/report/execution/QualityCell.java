package io.bondtrader.compliance.report.execution;

import io.bondtrader.compliance.audit.EventIndices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Averages of a group of executions, weighted by nominal. Figures in basis points as in {@link FillQuality}. Immutable.
 *
 * @param dimension what the group is by: {@code VENUE}, {@code CLIENT_CLASS}, {@code INSTRUMENT_CLASS}, {@code SIZE_BAND}
 * @param key which group
 * @param currency of the nominal: nominals of several currencies are never added
 * @param fills how many executions
 * @param nominal their nominal
 * @param arrivalBp average arrival slippage, positive is a cost
 * @param effectiveSpreadBp average effective spread, positive is a cost
 * @param improvementBp average price improvement, positive is a gain
 * @param seconds average time from arrival to execution
 * @param fillRatePct executed nominal in per cent of what the orders asked for, of all orders with a measured execution or
 *     none; empty by venue, because an order belongs to no venue before it is executed
 * @param events from which events
 */
public record QualityCell(
        String dimension,
        String key,
        String currency,
        int fills,
        BigDecimal nominal,
        BigDecimal arrivalBp,
        BigDecimal effectiveSpreadBp,
        BigDecimal improvementBp,
        BigDecimal seconds,
        String fillRatePct,
        EventIndices events) {

    /** Names of the columns. */
    static final List<String> COLUMNS = List.of(
            "dimension",
            "key",
            "currency",
            "fills",
            "nominal",
            "arrivalBp",
            "effectiveSpreadBp",
            "improvementBp",
            "seconds",
            "fillRatePct",
            "events");

    List<String> row() {
        return List.of(
                dimension,
                key,
                currency,
                Integer.toString(fills),
                nominal.toPlainString(),
                arrivalBp.toPlainString(),
                effectiveSpreadBp.toPlainString(),
                improvementBp.toPlainString(),
                seconds.toPlainString(),
                fillRatePct,
                events.toString());
    }

    Map<String, Object> toJson() {
        Map<String, Object> members = new TreeMap<>();
        List<String> row = row();
        for (int i = 0; i < row.size(); i++) {
            members.put(COLUMNS.get(i), row.get(i));
        }
        return members;
    }
}
