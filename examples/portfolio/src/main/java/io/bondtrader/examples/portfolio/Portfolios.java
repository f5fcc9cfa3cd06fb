package io.bondtrader.examples.portfolio;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.optimise.Allocation;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.Frontier;
import io.bondtrader.risk.optimise.HierarchicalRiskParity;
import io.bondtrader.risk.optimise.Holding;
import io.bondtrader.risk.optimise.Objective;
import io.bondtrader.risk.optimise.Portfolio;
import io.bondtrader.risk.optimise.Problem;
import io.bondtrader.risk.optimise.Rebalancing;
import io.bondtrader.risk.optimise.RebalancingPolicy;
import io.bondtrader.risk.optimise.RiskBudgeting;
import io.bondtrader.risk.optimise.ShadowPrice;
import io.bondtrader.risk.optimise.Solution;
import io.bondtrader.risk.optimise.TailAllocation;
import io.bondtrader.risk.optimise.TailPortfolio;
import io.bondtrader.risk.optimise.VerifiedSolver;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program. Returns and volatilities are per year, weights fractions of the portfolio. */
public final class Portfolios {

    private static final double CAP = 0.35;

    private static final String USAGE = """
            usage: examples/run portfolio [--duration FROM TO] [--yield LEAST]

            Chooses among eight Treasuries at the par yields of 11 July 2025, by three years of daily returns:
            the efficient frontier corner by corner, portfolios by other measures of risk, the portfolio of least
            variance within a band of durations and what each limit costs, and trades in whole lots to get there.

              --duration FROM TO  band of modified durations in years; 4 to 6 unless told otherwise
              --yield LEAST       least yield in percent; 4.15 unless told otherwise. Try 4.6: a wish that cannot be met
            """;

    private Portfolios() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        double from = 4;
        double to = 6;
        double yield = 0.0415;
        try {
            for (int k = 0; k < args.length; k++) {
                switch (args[k]) {
                    case "--help" -> {
                        out.print(USAGE);
                        return 0;
                    }
                    case "--duration" -> {
                        from = Double.parseDouble(args[++k]);
                        to = Double.parseDouble(args[++k]);
                    }
                    case "--yield" -> yield = Double.parseDouble(args[++k]) / 100;
                    default -> throw new IllegalArgumentException(args[k]);
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            err.println("portfolio: cannot read the options; --help explains them");
            return 2;
        }
        try {
            return show(Treasuries.ofSample(), from, to, yield, out);
        } catch (BondTraderException refused) {
            err.println("portfolio: " + refused.getMessage());
            return 2;
        }
    }

    private static int show(Treasuries treasuries, double from, double to, double yield, PrintStream out) {
        Allocation allocation = Allocation.of(treasuries.covariance())
                .withExpectedReturns(treasuries.expectedReturns())
                .subjectTo(Constraint.box("cap", 0, CAP));
        out.println("Treasuries at par on " + treasuries.today + ", each at most 35 %");
        showFrontier(allocation.frontier(), out);
        showOthers(treasuries, allocation, out);
        Problem problem = allocation
                .subjectTo(
                        Constraint.duration(treasuries.durations, from, to),
                        Constraint.atLeast("yield", treasuries.yields, yield))
                .problem(Objective.variance(treasuries.covariance()));
        out.printf(
                Locale.ROOT,
                "%nLeast variance, duration %.2f to %.2f, yield at least %.2f %%%n",
                from,
                to,
                100 * yield);
        Solution solution = problem.solve();
        if (!(solution instanceof Solution.Optimal optimal)) {
            out.println("  " + solution);
            return 1;
        }
        out.println(row("", optimal.weights(), Math.sqrt(optimal.objective())));
        out.println("  what a limit costs, in variance per unit of it:");
        for (ShadowPrice price : optimal.shadowPrices()) {
            out.println("    " + price);
        }
        out.println("  " + VerifiedSolver.of(Verifier.flagging()).solve(problem).objective());
        out.println();
        out.println("From equal holdings to that portfolio, in lots of 1,000 and pieces of 100,000 or more");
        out.println(rebalancing(treasuries, optimal.weights())
                .propose(new RebalancingPolicy.Threshold(0.05), treasuries.today)
                .toString()
                .indent(2)
                .stripTrailing());
        return 0;
    }

    private static void showFrontier(Frontier frontier, PrintStream out) {
        out.println();
        out.println("Efficient frontier: between two corners, every portfolio is a blend of both");
        out.println("              "
                + String.join(
                        "  ",
                        Treasuries.NAMES.stream()
                                .map(name -> String.format(Locale.ROOT, "%5s", name))
                                .toList())
                + "   return  volatility");
        for (Portfolio corner : frontier.corners()) {
            out.println(row(
                    "",
                    corner.weights(),
                    corner.volatility(),
                    corner.expectedReturn().orElseThrow()));
        }
        Portfolio best = frontier.maximumSharpe(0.04);
        out.println(row(
                "best Sharpe",
                best.weights(),
                best.volatility(),
                best.expectedReturn().orElseThrow()));
    }

    private static void showOthers(Treasuries treasuries, Allocation allocation, PrintStream out) {
        out.println();
        out.println("By other measures");
        Portfolio parity = RiskBudgeting.parity(treasuries.covariance());
        out.println(row("risk parity", parity.weights(), parity.volatility()));
        Portfolio clusters = HierarchicalRiskParity.of(
                treasuries.covariance(), HierarchicalRiskParity.Variant.DISTANCE_OF_DISTANCES);
        out.println(row("clusters", clusters.weights(), clusters.volatility()));
        Portfolio diverse = allocation.maximumDiversification();
        out.println(row("diversified", diverse.weights(), diverse.volatility()));
        TailPortfolio tail = TailAllocation.of(Treasuries.NAMES, treasuries.dailyReturns())
                .subjectTo(Constraint.box("cap", 0, CAP), Constraint.atLeast("duration", treasuries.durations, 4))
                .minimumCvar(0.95);
        out.println(row(
                "least tail",
                tail.weights(),
                Portfolio.of(treasuries.covariance(), tail.weights()).volatility()));
    }

    private static Rebalancing rebalancing(Treasuries treasuries, double[] targets) {
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            BigDecimal price = BigDecimal.valueOf(treasuries.dirtyPrices[i]).setScale(6, RoundingMode.HALF_UP);
            holdings.add(new Holding(
                    Treasuries.NAMES.get(i),
                    new BigDecimal(1_250_000),
                    price,
                    new BigDecimal(1_000),
                    new BigDecimal(100_000),
                    0.5 * 0.0001 * treasuries.durations[i])); // half a basis point of yield
        }
        double[] scaled = targets.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= 0.999; // a thousandth stays in cash
        }
        return Rebalancing.of(holdings, Money.of("25000", "USD"), scaled);
    }

    private static String row(String name, double[] weights, double volatility, double... expected) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "  %-12s", name));
        for (double weight : weights) {
            text.append(String.format(Locale.ROOT, "%5.1f  ", Math.abs(100 * weight) < 0.05 ? 0.0 : 100 * weight));
        }
        for (double value : expected) {
            text.append(String.format(Locale.ROOT, "%6.2f %%", 100 * value));
        }
        return text.append(String.format(Locale.ROOT, "  %6.2f %%", 100 * volatility))
                .toString();
    }
}
