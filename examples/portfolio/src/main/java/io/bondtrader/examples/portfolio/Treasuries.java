package io.bondtrader.examples.portfolio;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.examples.risk.Risk;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.risk.factor.ReturnKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Treasuries at par on the last day of the sample, and what they would have returned on each day of its last three years: a day's
 * yield, less duration times the move, plus half the convexity times its square.
 */
final class Treasuries {

    /** Those that are auctioned at par today. */
    static final List<String> NAMES = List.of("1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y");

    private static final int DAYS = 756;
    private static final int DAYS_A_YEAR = 252;

    final LocalDate today;
    final double[] yields = new double[NAMES.size()];
    final double[] durations = new double[NAMES.size()];
    final double[] convexities = new double[NAMES.size()];
    final double[] dirtyPrices = new double[NAMES.size()];
    private final double[][] returns = new double[DAYS][NAMES.size()];
    private final List<LocalDate> days = new ArrayList<>();

    private Treasuries(ParYieldHistory history) {
        int last = history.dates().size() - 1;
        this.today = history.dates().get(last);
        LocalDate settlement = BondConventions.US_TREASURY.settlementDate(today);
        double[][] levels = new double[DAYS + 1][];
        for (int t = 0; t <= DAYS; t++) {
            levels[t] = levels(history.yields(last - DAYS + t));
        }
        for (int i = 0; i < yields.length; i++) {
            yields[i] = levels[DAYS][i];
            LocalDate maturity = Tenor.parse(NAMES.get(i)).addTo(settlement);
            FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, yields[i], settlement, maturity);
            BondPricing pricing = BondPricing.of(bond, settlement);
            durations[i] = pricing.modifiedDuration(yields[i]);
            convexities[i] = pricing.convexity(yields[i]);
            dirtyPrices[i] = pricing.dirtyPriceFromYield(yields[i]);
        }
        for (int t = 0; t < DAYS; t++) {
            days.add(history.dates().get(last - DAYS + 1 + t));
            for (int i = 0; i < yields.length; i++) {
                double move = levels[t + 1][i] - levels[t][i];
                returns[t][i] = levels[t][i] / DAYS_A_YEAR - durations[i] * move + 0.5 * convexities[i] * move * move;
            }
        }
    }

    static Treasuries ofSample() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Risk.class.getResourceAsStream("par-yields.csv")), StandardCharsets.UTF_8))) {
            return new Treasuries(ParYieldHistory.parse(lines));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double[] levels(List<ParYield> published) {
        Map<String, Double> byTenor = published.stream()
                .collect(Collectors.toMap(yield -> yield.tenor().toString(), ParYield::yield));
        return NAMES.stream()
                .mapToDouble(name -> Objects.requireNonNull(byTenor.get(name), name))
                .toArray();
    }

    /** Covariance of daily returns, shrunk after Ledoit and Wolf, for a year. */
    Covariance covariance() {
        FactorMoves moves = FactorMoves.of(NAMES, days, ReturnKind.RELATIVE, returns);
        return CovarianceEstimator.ledoitWolf().estimate(moves).covariance().scaled(DAYS_A_YEAR);
    }

    /** A year's expected return, if yields stay what they are: the yield, and what convexity earns in a year as volatile. */
    double[] expectedReturns() {
        Covariance covariance = covariance();
        double[] expected = yields.clone();
        for (int i = 0; i < expected.length; i++) {
            double yieldVariance = covariance.get(i, i) / (durations[i] * durations[i]);
            expected[i] += 0.5 * convexities[i] * yieldVariance;
        }
        return expected;
    }

    double[][] dailyReturns() {
        double[][] copy = new double[returns.length][];
        for (int t = 0; t < copy.length; t++) {
            copy[t] = returns[t].clone();
        }
        return copy;
    }
}
