package io.bondtrader.compliance.client;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests that decide what a client is in itself, and what it may be on request.
 *
 * <p>Source: Directive 2014/65/EU, Annex II, Sections I and II.1, and Article 30. Immutable and safe for use by many threads.
 */
public final class CategoryTests {

    private final DatedRules<CategoryThresholds> thresholds;

    private CategoryTests(DatedRules<CategoryThresholds> thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * Returns the tests of a jurisdiction.
     *
     * @param jurisdiction whose law
     * @return the tests
     * @throws io.bondtrader.compliance.error.NoRuleInForce if no figures are on file there
     */
    public static CategoryTests of(Jurisdiction jurisdiction) {
        return new CategoryTests(CategoryThresholds.of(jurisdiction));
    }

    /**
     * Returns tests with figures of one's own, such as ones compared with the text of the act.
     *
     * @param thresholds the figures by day
     * @return the tests
     */
    public static CategoryTests of(DatedRules<CategoryThresholds> thresholds) {
        return new CategoryTests(thresholds);
    }

    /**
     * Decides what a client is without asking.
     *
     * @param facts what is known
     * @param day the day whose law counts
     * @return the category, always passed: who is nothing else is retail
     * @throws io.bondtrader.compliance.error.NoRuleInForce if no figures are on file for the day
     */
    public CategoryAssessment inItself(ClientFacts facts, LocalDate day) {
        DatedRule<CategoryThresholds> rule = thresholds.on(day);
        Criterion kind = new Criterion(
                "kind",
                facts.kind().name(),
                "professional in itself",
                facts.kind().professionalByKind());
        if (facts.kind().counterpartyByKind()) {
            return passed(ClientCategory.ELIGIBLE_COUNTERPARTY, List.of(kind), rule.citation());
        }
        if (facts.kind().professionalByKind()) {
            return passed(ClientCategory.PROFESSIONAL, List.of(kind), rule.citation());
        }
        if (facts.kind() != ClientKind.UNDERTAKING) {
            return passed(ClientCategory.RETAIL, List.of(kind), rule.citation());
        }
        CategoryAssessment large = largeUndertaking(facts, day);
        ClientCategory category = large.passed() ? ClientCategory.PROFESSIONAL : ClientCategory.RETAIL;
        return passed(category, large.criteria(), rule.citation());
    }

    private static CategoryAssessment passed(ClientCategory category, List<Criterion> criteria, Citation citation) {
        return new CategoryAssessment(true, category, criteria, citation);
    }

    /**
     * Tests whether an undertaking is large: two of balance sheet total, net turnover and own funds.
     *
     * @param facts what is known
     * @param day the day whose law counts
     * @return the outcome
     */
    public CategoryAssessment largeUndertaking(ClientFacts facts, LocalDate day) {
        DatedRule<CategoryThresholds> rule = thresholds.on(day);
        CategoryThresholds bound = rule.content();
        CompanySize size = facts.size();
        List<Criterion> criteria = new ArrayList<>();
        if (size == null) {
            criteria.add(new Criterion("size", "unknown", "two of three", false));
        } else {
            criteria.add(reached("balance sheet total, EUR", size.balanceSheetEur(), bound.balanceSheetEur()));
            criteria.add(reached("net turnover, EUR", size.netTurnoverEur(), bound.netTurnoverEur()));
            criteria.add(reached("own funds, EUR", size.ownFundsEur(), bound.ownFundsEur()));
        }
        boolean enough = facts.kind() == ClientKind.UNDERTAKING && met(criteria) >= bound.needed();
        return new CategoryAssessment(enough, ClientCategory.PROFESSIONAL, criteria, rule.citation());
    }

    /**
     * Tests whether a retail client may be professional on request: two of frequency of trades, portfolio and experience. The
     * firm must besides be assured of the client's expertise; that is what the approving person answers for.
     *
     * @param facts what is known
     * @param day the day whose law counts
     * @return the outcome
     */
    public CategoryAssessment electiveProfessional(ClientFacts facts, LocalDate day) {
        DatedRule<CategoryThresholds> rule = thresholds.on(day);
        CategoryThresholds bound = rule.content();
        TradingHistory history = facts.history();
        List<Criterion> criteria = new ArrayList<>();
        if (history == null) {
            criteria.add(new Criterion("history", "unknown", "two of three", false));
        } else {
            criteria.add(frequency(history.tradesByQuarter(), bound));
            boolean rich = history.portfolioEur().compareTo(bound.portfolioEur()) > 0;
            criteria.add(new Criterion(
                    "portfolio, EUR",
                    history.portfolioEur().toPlainString(),
                    "more than " + bound.portfolioEur().toPlainString(),
                    rich));
            boolean experienced = history.monthsInRole() >= bound.monthsInRole();
            criteria.add(new Criterion(
                    "months in role",
                    Integer.toString(history.monthsInRole()),
                    Integer.toString(bound.monthsInRole()),
                    experienced));
        }
        return new CategoryAssessment(
                met(criteria) >= bound.needed(), ClientCategory.PROFESSIONAL, criteria, rule.citation());
    }

    /**
     * Tests whether a client may be an eligible counterparty on request: an undertaking that is professional in itself.
     *
     * @param facts what is known
     * @param day the day whose law counts
     * @return the outcome
     */
    public CategoryAssessment electiveCounterparty(ClientFacts facts, LocalDate day) {
        CategoryAssessment itself = inItself(facts, day);
        boolean may = facts.kind().mayBeCounterparty() && itself.category() != ClientCategory.RETAIL;
        List<Criterion> criteria = new ArrayList<>(itself.criteria());
        criteria.add(new Criterion("kind", facts.kind().name(), "professional under points 1 to 3", may));
        Citation citation = new Citation(
                itself.citation().jurisdiction(),
                "Directive 2014/65/EU",
                "Article 30(3); Delegated Regulation (EU) 2017/565, Article 71",
                false);
        return new CategoryAssessment(may, ClientCategory.ELIGIBLE_COUNTERPARTY, criteria, citation);
    }

    private static Criterion frequency(List<Integer> byQuarter, CategoryThresholds bound) {
        // The average over the last quarters reaches the bound if their sum reaches so many times the bound.
        int from = Math.max(0, byQuarter.size() - bound.quarters());
        long sum = 0;
        for (int trades : byQuarter.subList(from, byQuarter.size())) {
            sum += trades;
        }
        long needed = (long) bound.quarters() * bound.tradesPerQuarter();
        return new Criterion(
                "trades in " + bound.quarters() + " quarters",
                Long.toString(sum),
                Long.toString(needed),
                byQuarter.size() >= bound.quarters() && sum >= needed);
    }

    private static Criterion reached(String name, BigDecimal found, BigDecimal bound) {
        return new Criterion(name, found.toPlainString(), bound.toPlainString(), found.compareTo(bound) >= 0);
    }

    private static int met(List<Criterion> criteria) {
        return (int) criteria.stream().filter(Criterion::met).count();
    }
}
