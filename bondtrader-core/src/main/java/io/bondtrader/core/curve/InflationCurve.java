package io.bondtrader.core.curve;

import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.internal.Exponential;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A price index by month: as published, and beyond that as break-even inflation of zero-coupon swaps has it.
 *
 * <pre>
 *   I(m₀ + 12·n) = I(m₀)·(1 + b)ⁿ                  b  break-even rate for n years
 *   I(m) = I(m₀)·e^(y(m))·S(m)/S(m₀)               y  logarithm of the growth, interpolated between the nodes by month
 *                                                  S  seasonal factor of the month of the year
 * </pre>
 *
 * <p>A month that has been published is never projected. After the last node the index grows as it did at its end. Nodes
 * are whole years after the base month, so that seasons leave the break-even rates alone.
 *
 * <p>Source: J. Kerkhof, "Inflation Derivatives Explained", Lehman Brothers Fixed Income Quantitative Research, 2005,
 * sections on zero-coupon swaps and seasonality.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class InflationCurve {

    /** The index stays within what a double can hold for a thousand years of such growth. */
    private static final double HIGHEST_RATE = 0.5;

    private static final int LONGEST = 100;

    private final String name;
    private final Map<YearMonth, Double> published;
    private final YearMonth baseMonth;
    private final double baseIndex;
    private final int[] years;
    private final double[] breakEvens;
    private final Interpolator interpolator;
    private final Seasonality seasonality;
    private final List<CurveNode> nodes;
    private final double lastMonth;
    private final Interpolation growth;

    private InflationCurve(
            String name,
            Map<YearMonth, Double> published,
            YearMonth baseMonth,
            int[] years,
            double[] breakEvens,
            Interpolator interpolator,
            Seasonality seasonality) {
        this.name = Objects.requireNonNull(name);
        this.published = Map.copyOf(published);
        this.baseMonth = Objects.requireNonNull(baseMonth);
        this.interpolator = Objects.requireNonNull(interpolator);
        this.seasonality = Objects.requireNonNull(seasonality);
        this.published.forEach((month, index) ->
                InvalidInput.unless(index >= 1e-6 && index <= 1e12, "price index of " + month, index, "1e-6 to 1e12"));
        Double base = this.published.get(baseMonth);
        if (base == null) {
            throw new MissingData("no price index for the base month " + baseMonth);
        }
        this.baseIndex = base;
        this.years = years.clone();
        this.breakEvens = breakEvens.clone();
        InvalidInput.unless(years.length >= 1, "years.length", years.length, "at least 1");
        InvalidInput.unless(breakEvens.length == years.length, "breakEvens.length", breakEvens.length, "that of years");
        double[] months = new double[years.length + 1];
        double[] logs = new double[years.length + 1];
        List<CurveNode> made = new ArrayList<>(years.length);
        for (int k = 0; k < years.length; k++) {
            double rate = breakEvens[k];
            boolean ascending = years[k] > (k == 0 ? 0 : years[k - 1]) && years[k] <= LONGEST;
            InvalidInput.unless(ascending, "years", years[k], "ascending from 1 to " + LONGEST);
            InvalidInput.unless(Math.abs(rate) <= HIGHEST_RATE, "breakEven", rate, "-0.5 to 0.5");
            months[k + 1] = 12.0 * years[k];
            logs[k + 1] = years[k] * Exponential.log1p(rate);
            LocalDate date = baseMonth.plusYears(years[k]).atDay(1);
            made.add(new CurveNode(years[k] + "Y", date, years[k]));
        }
        this.nodes = List.copyOf(made);
        this.lastMonth = months[months.length - 1];
        this.growth = interpolator.through(months, logs);
    }

    /**
     * Returns the curve of zero-coupon break-even rates, with constant growth between the nodes and without seasons.
     *
     * @param name what the index is called, such as {@code "US CPI-U"}
     * @param published the index by month, as far as it is known
     * @param baseMonth the month that the break-even rates start from; published
     * @param years for how many whole years each rate holds, ascending from 1 to 100
     * @param breakEvens the rates, compounded once a year, as decimals from -0.5 to 0.5
     * @return the curve
     * @throws InvalidInput if the arrays differ in length, or something is out of order or range
     * @throws MissingData if the base month is not published
     */
    public static InflationCurve of(
            String name, Map<YearMonth, Double> published, YearMonth baseMonth, int[] years, double[] breakEvens) {
        return new InflationCurve(
                name, published, baseMonth, years, breakEvens, Interpolators.LINEAR, Seasonality.NONE);
    }

    /**
     * Returns the curve with other break-even rates.
     *
     * @param rates one for each node
     * @return the altered copy
     * @throws InvalidInput if there are more or fewer rates than nodes, or one is out of range
     */
    public InflationCurve withBreakEvens(double[] rates) {
        return new InflationCurve(name, published, baseMonth, years, rates, interpolator, seasonality);
    }

    /**
     * Returns the curve with seasons.
     *
     * @param seasons the factor of each month of the year
     * @return the altered copy
     */
    public InflationCurve withSeasonality(Seasonality seasons) {
        return new InflationCurve(name, published, baseMonth, years, breakEvens, interpolator, seasons);
    }

    /**
     * Returns the curve with another line between its nodes.
     *
     * @param way how the logarithm of the index's growth follows between the nodes; linear is constant growth
     * @return the altered copy
     * @throws InvalidInput if the way does not suit growth from 0 on
     */
    public InflationCurve withInterpolator(Interpolator way) {
        InvalidInput.unless(
                !(way instanceof Interpolators known && known.readsZeroRates()),
                "interpolator",
                way.officialName(),
                "one that does not need zero rates");
        return new InflationCurve(name, published, baseMonth, years, breakEvens, way, seasonality);
    }

    /** {@return what the index is called} */
    public String name() {
        return name;
    }

    /** {@return the month that the break-even rates start from} */
    public YearMonth baseMonth() {
        return baseMonth;
    }

    /** {@return the break-even rates that sensitivities are by} */
    public List<CurveNode> nodes() {
        return nodes;
    }

    /** {@return the seasonal factors} */
    public Seasonality seasonality() {
        return seasonality;
    }

    /**
     * Returns the index of a month: as published, or projected.
     *
     * @param month the month, at most 1,000 years after the base month
     * @return the index
     * @throws MissingData if the month is before the base month and has not been given
     * @throws InvalidInput if the month is too far away, or the projection leaves 1e-100 to 1e100
     */
    public double index(YearMonth month) {
        Double known = published.get(month);
        if (known != null) {
            return known;
        }
        double months = months(month);
        double within = Math.min(months, lastMonth);
        double log = growth.value(within) + growth.slope(within) * (months - within);
        double seasons = seasonality.factor(month.getMonth()) / seasonality.factor(baseMonth.getMonth());
        double index = baseIndex * Exponential.exp(log) * seasons;
        InvalidInput.unless(index >= 1e-100 && index <= 1e100, "projected index of " + month, index, "1e-100 to 1e100");
        return index;
    }

    /**
     * Returns the reference index of a day, as a bond reads it.
     *
     * @param day the day
     * @param rule the bond's lag, interpolation and rounding
     * @return the reference index
     * @throws MissingData if a month is before the base month and has not been given
     * @throws InvalidInput if the day is too far away
     */
    public double referenceIndex(LocalDate day, Indexation rule) {
        YearMonth month = YearMonth.from(day).minusMonths(rule.lagMonths());
        Map<YearMonth, Double> indices = new HashMap<>();
        indices.put(month, index(month));
        if (readsNextMonth(day, rule)) {
            indices.put(month.plusMonths(1), index(month.plusMonths(1)));
        }
        return rule.referenceIndex(day, indices);
    }

    /**
     * Returns the break-even rate from the base month for a whole number of years, by the trend of the curve: at a node,
     * its own.
     *
     * @param forYears 1 to 1,000
     * @return the rate, compounded once a year, as a decimal
     * @throws InvalidInput if the number of years is out of range, or no double holds the rate
     */
    public double breakEven(int forYears) {
        InvalidInput.unless(forYears >= 1 && forYears <= 1_000, "forYears", forYears, "1 to 1,000");
        double within = Math.min(12.0 * forYears, lastMonth);
        double log = growth.value(within) + growth.slope(within) * (12.0 * forYears - within);
        double rate = Exponential.expm1(log / forYears);
        InvalidInput.unless(rate < Double.POSITIVE_INFINITY, "break-even rate", rate, "finite");
        return rate;
    }

    /**
     * Adds what the index of a month owes to each of the break-even rates; nothing if it has been published.
     *
     * @param month the month, at most 1,000 years after the base month
     * @param weight what each derivative is multiplied by
     * @param sensitivities {@code sensitivities[offset + i]} gains {@code weight · ∂I/∂bᵢ}
     * @param offset index of the first node's element
     * @throws MissingData if the month is before the base month and has not been given
     * @throws InvalidInput if the month is too far away
     */
    public void addIndexSensitivities(YearMonth month, double weight, double[] sensitivities, int offset) {
        if (published.containsKey(month)) {
            return;
        }
        double months = months(month);
        double within = Math.min(months, lastMonth);
        double[] byLog = new double[years.length + 1];
        growth.addSensitivities(within, 1.0, byLog, 0);
        growth.addSlopeSensitivities(within, months - within, byLog, 0);
        double scale = weight * index(month);
        for (int k = 0; k < years.length; k++) {
            sensitivities[offset + k] += scale * byLog[k + 1] * years[k] / (1.0 + breakEvens[k]);
        }
    }

    /**
     * Adds what the reference index of a day, before rounding, owes to each of the break-even rates.
     *
     * @param day the day
     * @param rule the bond's lag and interpolation
     * @param weight what each derivative is multiplied by
     * @param sensitivities {@code sensitivities[offset + i]} gains {@code weight · ∂ref/∂bᵢ}
     * @param offset index of the first node's element
     * @throws MissingData if a month is before the base month and has not been given
     * @throws InvalidInput if the day is too far away
     */
    public void addReferenceIndexSensitivities(
            LocalDate day, Indexation rule, double weight, double[] sensitivities, int offset) {
        YearMonth month = YearMonth.from(day).minusMonths(rule.lagMonths());
        double onNext = readsNextMonth(day, rule) ? (day.getDayOfMonth() - 1.0) / day.lengthOfMonth() : 0.0;
        addIndexSensitivities(month, weight * (1.0 - onNext), sensitivities, offset);
        if (onNext > 0.0) {
            addIndexSensitivities(month.plusMonths(1), weight * onNext, sensitivities, offset);
        }
    }

    private static boolean readsNextMonth(LocalDate day, Indexation rule) {
        return rule.interpolation() == Indexation.Interpolation.DAILY && day.getDayOfMonth() > 1;
    }

    private double months(YearMonth month) {
        long months = ChronoUnit.MONTHS.between(baseMonth, month);
        if (months < 0) {
            throw new MissingData("no price index of " + name + " for " + month);
        }
        InvalidInput.unless(months <= 12_000, "month", month, "at most 1,000 years after " + baseMonth);
        return months;
    }

    @Override
    public String toString() {
        return "InflationCurve[" + name + ", base " + baseMonth + ", " + nodes.size() + " nodes]";
    }
}
