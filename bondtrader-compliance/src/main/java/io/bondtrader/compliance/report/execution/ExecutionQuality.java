package io.bondtrader.compliance.report.execution;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.input.CsvText;
import io.bondtrader.security.signing.Checkpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How well orders were executed, computed from the log up to a signed checkpoint: the same log gives the same bytes, and every
 * figure names its events. It is what Article 27 of Directive 2014/65/EU asks a firm to monitor, not a publication: the yearly
 * table of the top five venues (RTS 28, Delegated Regulation (EU) 2017/576) lost its duty by Directive (EU) 2024/790, and the
 * table here is for those who still hand it on.
 *
 * <p>Immutable.
 *
 * @param logSize events of the log that were read
 * @param logRoot the root of the log at that size
 * @param fills every execution that could be measured, as it stands in the log
 * @param unmeasured executions without an order or without a composite that is new enough
 * @param cells averages by dimension and group
 */
public record ExecutionQuality(
        long logSize, String logRoot, List<FillQuality> fills, EventIndices unmeasured, List<QualityCell> cells) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int TOP = 5;

    /** Copies the lists. */
    public ExecutionQuality {
        fills = List.copyOf(fills);
        cells = List.copyOf(cells);
    }

    /**
     * Measures the executions of a log.
     *
     * @param trail the log
     * @param checkpoint up to its size
     * @param settings how
     * @return the figures
     * @throws io.bondtrader.core.error.InvalidInput if the checkpoint is beyond the log's, or an event of orders, executions or
     *     quotes has another form
     */
    public static ExecutionQuality of(AuditTrail trail, Checkpoint checkpoint, ExecutionQualitySettings settings) {
        ExecutionLog log = ExecutionLog.read(trail, checkpoint.size(), settings);
        return measured(log, checkpoint.size(), checkpoint.root().toString(), settings);
    }

    /**
     * Measures the orders of a verified log that arrived in a period, by the events up to its end.
     *
     * @param log the log
     * @param parameters the period
     * @param settings how
     * @return the figures; events of orders, executions or quotes that have another form are among the unmeasured
     */
    public static ExecutionQuality of(VerifiedLog log, ReportParameters parameters, ExecutionQualitySettings settings) {
        ExecutionLog read = new ExecutionLog(settings, parameters::covers);
        log.read(event -> {
            if (event.record().time().isBefore(parameters.until())) {
                read.takeReadable(event);
            }
        });
        return measured(read, log.size(), log.root().toString(), settings);
    }

    private static ExecutionQuality measured(
            ExecutionLog log, long size, String root, ExecutionQualitySettings settings) {
        List<FillQuality> fills = Outliers.flag(log.fills(), settings);
        List<QualityCell> cells = new ArrayList<>();
        cells.addAll(QualityGroups.cells("VENUE", fills, FillQuality::venue, Map.of(), order -> ""));
        cells.addAll(by("CLIENT_CLASS", fills, log, OrderArrived::clientClass));
        cells.addAll(by("INSTRUMENT_CLASS", fills, log, OrderArrived::instrumentClass));
        cells.addAll(by("SIZE_BAND", fills, log, order -> settings.band(order.nominal())));
        return new ExecutionQuality(size, root, fills, log.unmeasured(), cells);
    }

    private static List<QualityCell> by(
            String dimension, List<FillQuality> fills, ExecutionLog log, Function<OrderArrived, String> key) {
        return QualityGroups.cells(dimension, fills, fill -> key.apply(fill.order()), log.orders(), key);
    }

    /** {@return the executions whose slippage is far from that of their class} */
    public List<FillQuality> outliers() {
        return fills.stream().filter(FillQuality::outlier).toList();
    }

    /**
     * Returns all venues by class of clients and of bonds, by volume: the table for the review whether the execution policy
     * works.
     *
     * @return the table
     */
    public List<VenueShare> policyReview() {
        Map<String, List<FillQuality>> classes = new TreeMap<>();
        for (FillQuality fill : fills) {
            OrderArrived order = fill.order();
            String key = order.clientClass() + "\n" + order.instrumentClass() + "\n" + order.currency();
            classes.computeIfAbsent(key, none -> new ArrayList<>()).add(fill);
        }
        List<VenueShare> table = new ArrayList<>();
        classes.values().forEach(fillsOfClass -> table.addAll(venues(fillsOfClass)));
        return table;
    }

    private static List<VenueShare> venues(List<FillQuality> fills) {
        OrderArrived order = fills.get(0).order();
        List<QualityCell> cells =
                new ArrayList<>(QualityGroups.cells("VENUE", fills, FillQuality::venue, Map.of(), none -> ""));
        cells.sort(Comparator.comparing(QualityCell::nominal).reversed().thenComparing(QualityCell::key));
        BigDecimal volume = cells.stream().map(QualityCell::nominal).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal cheapest = cells.stream()
                .map(QualityCell::effectiveSpreadBp)
                .reduce(BigDecimal::min)
                .orElse(BigDecimal.ZERO);
        List<VenueShare> shares = new ArrayList<>();
        for (QualityCell cell : cells) {
            shares.add(new VenueShare(
                    order.clientClass(),
                    order.instrumentClass(),
                    order.currency(),
                    shares.size() + 1,
                    cell.key(),
                    percent(cell.nominal(), volume),
                    percent(new BigDecimal(cell.fills()), new BigDecimal(fills.size())),
                    cell.effectiveSpreadBp(),
                    cell.effectiveSpreadBp().subtract(cheapest),
                    cell.events()));
        }
        return shares;
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_EVEN);
    }

    /**
     * Returns the first five venues of each class, as RTS 28 had them. The duty to publish them is gone; see the class.
     *
     * @return the table
     */
    public List<VenueShare> topFiveVenues() {
        return policyReview().stream().filter(share -> share.rank() <= TOP).toList();
    }

    /** {@return the figures as canonical JSON} */
    public CanonicalJson toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("logSize", logSize);
        members.put("logRoot", logRoot);
        members.put("unmeasured", unmeasured.toString());
        members.put("cells", cells.stream().map(QualityCell::toJson).toList());
        members.put(
                "outliers",
                outliers().stream()
                        .map(fill -> Map.of(
                                "execution", fill.execution(),
                                "arrivalBp", fill.arrivalBp().toPlainString(),
                                "events", fill.events().toString()))
                        .toList());
        return CanonicalJson.of(members);
    }

    /** {@return the averages as a table of RFC 4180 with a first row of names} */
    public String toCsv() {
        StringBuilder csv = new StringBuilder(String.join(",", QualityCell.COLUMNS)).append("\r\n");
        for (QualityCell cell : cells) {
            List<String> row = cell.row();
            // Dimension, key and currency come from outside; figures of our own may begin with a minus.
            csv.append(CsvText.row(row.subList(0, 3)));
            for (String figure : row.subList(3, row.size() - 1)) {
                csv.append(',').append(figure);
            }
            csv.append(",\"").append(row.get(row.size() - 1)).append("\"\r\n");
        }
        return csv.toString();
    }
}
