package io.bondtrader.risk.regulatory;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The banking book by currency: what the six shocks do to its economic value, and the two parallel ones to a year's
 * interest.
 *
 * <pre>
 *   EVE = Σ amount·P(t)                             ΔEVE = EVE shocked − EVE
 *   ΔNII = Σ amount·shock(t)·(1 − t), t &lt; 1 year    what reprices at t earns the change for the rest of the year
 * </pre>
 *
 * <p>Over currencies, losses count in full and gains by a share (Basel: not at all; the Union: half). Source: Basel Framework
 * SRP31.94 and SRP98.52; Commission Delegated Regulation (EU) 2024/856, articles 2 to 4. Behavioural options are the
 * caller's: the flows are what is expected.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BankingBook {

    private final Map<Currency, List<RepricingFlow>> flows;
    private final Map<Currency, DiscountCurve> curves;

    private BankingBook(Map<Currency, List<RepricingFlow>> flows, Map<Currency, DiscountCurve> curves) {
        this.flows = flows;
        this.curves = curves;
    }

    /** {@return a book without flows} */
    public static BankingBook empty() {
        return new BankingBook(Map.of(), Map.of());
    }

    /**
     * Adds the flows of a currency.
     *
     * @param currency whose, not there yet
     * @param curve that discounts them
     * @param repricing the flows in the reporting currency, at today's exchange rate
     * @return the larger book
     * @throws InvalidInput if the currency is there already
     */
    public BankingBook with(Currency currency, DiscountCurve curve, List<RepricingFlow> repricing) {
        InvalidInput.unless(!flows.containsKey(currency), "currency", currency, "not in the book yet");
        Map<Currency, List<RepricingFlow>> more = new LinkedHashMap<>(flows);
        more.put(currency, List.copyOf(repricing));
        Map<Currency, DiscountCurve> moreCurves = new LinkedHashMap<>(curves);
        moreCurves.put(currency, curve);
        return new BankingBook(more, moreCurves);
    }

    /**
     * Measures the change of economic value in each of the six scenarios; the figure is the largest loss.
     *
     * @param shocks sizes in force
     * @param floor below what rates do not fall
     * @param gainShare by which gains of a currency offset losses of others, 0 to 1
     * @param tier1 tier 1 capital, in reporting currency, positive
     * @return the largest loss, 0 or more, with the change by currency and scenario and the share of tier 1
     * @throws InvalidInput if a number is out of range
     * @throws MissingData if a currency has no shock or a curve does not reach
     */
    public RegulatoryFigure economicValueRisk(
            IrrbbShocks shocks, PostShockFloor floor, double gainShare, double tier1) {
        Map<IrrbbScenario, Double> losses = new EnumMap<>(IrrbbScenario.class);
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        for (IrrbbScenario scenario : IrrbbScenario.values()) {
            double sum = 0.0;
            for (Currency currency : flows.keySet()) {
                double change = economicValueChange(currency, shocks, scenario, floor);
                lines.amount(currency.getCurrencyCode() + " EVE change, " + scenario.label(), change);
                sum += counted(change, gainShare);
            }
            losses.put(scenario, -sum);
        }
        return worst("economic value at risk", losses, lines, tier1, shocks);
    }

    /**
     * Measures the change of a year's net interest in the two parallel scenarios; the figure is the larger loss.
     *
     * @param shocks sizes in force
     * @param floor below what rates do not fall
     * @param gainShare by which gains of a currency offset losses of others, 0 to 1
     * @param tier1 tier 1 capital, in reporting currency, positive
     * @return the larger loss, 0 or more, with the change by currency and scenario and the share of tier 1
     * @throws InvalidInput if a number is out of range
     * @throws MissingData if a currency has no shock or a curve does not reach
     */
    public RegulatoryFigure netInterestRisk(IrrbbShocks shocks, PostShockFloor floor, double gainShare, double tier1) {
        Map<IrrbbScenario, Double> losses = new EnumMap<>(IrrbbScenario.class);
        RegulatoryFigure.Builder lines = new RegulatoryFigure.Builder();
        for (IrrbbScenario scenario : IrrbbScenario.values()) {
            if (scenario.appliesToIncome()) {
                double sum = 0.0;
                for (Currency currency : flows.keySet()) {
                    double change = netInterestChange(currency, shocks, scenario, floor);
                    lines.amount(currency.getCurrencyCode() + " NII change, " + scenario.label(), change);
                    sum += counted(change, gainShare);
                }
                losses.put(scenario, -sum);
            }
        }
        return worst("net interest income at risk", losses, lines, tier1, shocks);
    }

    private static double counted(double change, double gainShare) {
        return change > 0.0 ? Bounds.share("gainShare", gainShare) * change : change;
    }

    private static RegulatoryFigure worst(
            String name,
            Map<IrrbbScenario, Double> losses,
            RegulatoryFigure.Builder lines,
            double tier1,
            IrrbbShocks shocks) {
        Bounds.between("tier1", tier1, Double.MIN_NORMAL, Double.MAX_VALUE);
        double worst = 0.0;
        for (Map.Entry<IrrbbScenario, Double> loss : losses.entrySet()) {
            lines.amount("loss, " + loss.getKey().label(), loss.getValue());
            worst = Math.max(worst, loss.getValue());
        }
        return lines.amount("tier 1", tier1)
                .decimal("share of tier 1", worst / tier1)
                .build(name, worst, RegulatoryFigure.CURRENCY, shocks.source());
    }

    /**
     * Returns the change of a currency's economic value in one scenario.
     *
     * @param currency of the book
     * @param shocks sizes in force
     * @param scenario which of the six
     * @param floor below what rates do not fall
     * @return the change in reporting currency
     * @throws MissingData if the book has no such currency, it has no shock or its curve does not reach
     */
    public double economicValueChange(
            Currency currency, IrrbbShocks shocks, IrrbbScenario scenario, PostShockFloor floor) {
        DiscountCurve curve = curve(currency);
        DiscountCurve shocked =
                floor.apply(shocks.scenario(currency, scenario), curve).applyTo(curve);
        double change = 0.0;
        for (RepricingFlow flow : flows.getOrDefault(currency, List.of())) {
            double before = curve.logDiscountFactor(flow.years());
            double after = shocked.logDiscountFactor(flow.years());
            change += flow.amount() * Math.exp(before) * Math.expm1(after - before);
        }
        return change;
    }

    /**
     * Returns the change of a currency's interest of a year in one scenario.
     *
     * @param currency of the book
     * @param shocks sizes in force
     * @param scenario one of the parallel ones, or another
     * @param floor below what rates do not fall
     * @return the change in reporting currency
     * @throws MissingData if the book has no such currency, it has no shock or its curve does not reach
     */
    public double netInterestChange(
            Currency currency, IrrbbShocks shocks, IrrbbScenario scenario, PostShockFloor floor) {
        var shock = floor.apply(shocks.scenario(currency, scenario), curve(currency));
        double change = 0.0;
        for (RepricingFlow flow : flows.getOrDefault(currency, List.of())) {
            if (flow.years() < 1.0) {
                change += flow.amount() * shock.zeroShift(flow.years()) * (1.0 - flow.years());
            }
        }
        return change;
    }

    List<RepricingFlow> flows(Currency currency) {
        return flows.getOrDefault(currency, List.of());
    }

    DiscountCurve curve(Currency currency) {
        DiscountCurve curve = curves.get(currency);
        if (curve == null) {
            throw new MissingData("flows of " + currency.getCurrencyCode() + " in the banking book");
        }
        return curve;
    }

    @Override
    public String toString() {
        return "BankingBook[" + flows.keySet() + "]";
    }
}
