package io.bondtrader.compliance.report.basel;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.regulatory.RegulatoryFigure;
import io.bondtrader.risk.stress.StressFactor;
import io.bondtrader.risk.stress.StressResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Writes the figures of the risk module into the log, with everything that they were made of. Numbers are written as text with
 * the digits that read back as the same double. Safe for use by many threads.
 */
public final class RiskJournal {

    static final String LCR = "risk.lcr";
    static final String CAPITAL = "risk.capital";
    static final String STRESS = "risk.stress";

    private static final String TAG = "basel";

    private final AuditJournal journal;

    private RiskJournal(AuditJournal journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /**
     * Returns a writer.
     *
     * @param journal of the log
     * @return the writer
     */
    public static RiskJournal of(AuditJournal journal) {
        return new RiskJournal(journal);
    }

    /**
     * Writes a liquidity coverage ratio.
     *
     * @param entity whose
     * @param day as of
     * @param figure as {@code LiquidityCoverage.ratio} tells it
     * @param unwound whether secured transactions were unwound, so that the caps were measured on other amounts
     * @return the place of the event
     * @throws InvalidInput if the entity is blank or the figure is another
     */
    public long lcr(String entity, LocalDate day, RegulatoryFigure figure, boolean unwound) {
        InvalidInput.unless(
                figure.name().equals("liquidity coverage ratio"),
                "figure",
                figure.name(),
                "a liquidity coverage ratio");
        Map<String, Object> body = figure(day, figure);
        body.put("unwound", unwound);
        return write(LCR, entity, body);
    }

    /**
     * Writes a figure of capital adequacy: a ratio, a requirement, risk-weighted assets.
     *
     * @param entity whose
     * @param day as of
     * @param figure the figure
     * @param minimum what the ratio must be, a decimal; 0 where there is no minimum
     * @return the place of the event
     * @throws InvalidInput if the entity is blank or the minimum is negative or not finite
     */
    public long capital(String entity, LocalDate day, RegulatoryFigure figure, double minimum) {
        InvalidInput.unless(minimum >= 0.0 && minimum <= Double.MAX_VALUE, "minimum", minimum, "0 or more, finite");
        Map<String, Object> body = figure(day, figure);
        body.put("minimum", CanonicalJson.number(minimum));
        return write(CAPITAL, entity, body);
    }

    /**
     * Writes the result of a stress test.
     *
     * @param entity whose
     * @param day as of
     * @param result the result
     * @return the place of the event
     * @throws InvalidInput if the entity is blank
     */
    public long stress(String entity, LocalDate day, StressResult result) {
        Map<String, Object> factors = new TreeMap<>();
        for (Map.Entry<StressFactor, Double> factor : result.byFactor().entrySet()) {
            factors.put(factor.getKey().name(), CanonicalJson.number(factor.getValue()));
        }
        Map<String, Object> body = new TreeMap<>();
        body.put("day", day);
        body.put("scenario", result.scenario().name());
        body.put("total", CanonicalJson.number(result.total()));
        body.put("factors", factors);
        return write(STRESS, entity, body);
    }

    private static Map<String, Object> figure(LocalDate day, RegulatoryFigure figure) {
        List<Map<String, Object>> order = new ArrayList<>();
        Map<String, Object> lines = new TreeMap<>();
        for (RegulatoryFigure.Line line : figure.lines()) {
            order.add(Map.of("label", line.label(), "value", CanonicalJson.number(line.value()), "unit", line.unit()));
            lines.put(line.label(), CanonicalJson.number(line.value()));
        }
        Map<String, Object> body = new TreeMap<>();
        body.put("day", day);
        body.put("name", figure.name());
        body.put("value", CanonicalJson.number(figure.value()));
        body.put("unit", figure.unit());
        body.put("rules", figure.source().toString());
        body.put("lines", lines);
        body.put("calculation", order);
        return body;
    }

    private long write(String action, String entity, Map<String, Object> body) {
        InvalidInput.unless(!entity.isBlank(), "entity", entity, "not blank");
        return journal.write("risk", action, entity, Outcome.OBSERVED, body, TAG);
    }

    @Override
    public String toString() {
        return "RiskJournal[" + journal + "]";
    }
}
