package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.RebalancingProposal.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trades in whole lots towards target weights, never beyond the cash there is. */
final class RebalancingTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 11);
    private static final RebalancingPolicy ALWAYS = new RebalancingPolicy.Threshold(0);

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }

    private static List<Holding> threeBonds() {
        return List.of(
                Holding.of("2y", "500000", "100.25", "1000", "1000", 0.0001),
                Holding.of("5y", "300000", "99.50", "1000", "1000", 0.0002),
                Holding.of("10y", "200000", "97.125", "1000", "100000", 0.0005));
    }

    @Test
    void nothingIsTradedWhileEveryWeightIsInsideItsBand() {
        Rebalancing rebalancing = Rebalancing.of(threeBonds(), dollars("1000"), 0.5, 0.3, 0.2);
        RebalancingProposal proposal = rebalancing.propose(new RebalancingPolicy.Band(0.05, false), TODAY);
        assertThat(proposal.trades()).isEmpty();
        assertThat(proposal.untouched()).containsEntry("5y", "the policy sees no need");
        assertThat(proposal.cashAfter()).isEqualTo(proposal.cashBefore());
    }

    @Test
    void onlyWhatLeftItsBandIsTraded() {
        Rebalancing rebalancing = Rebalancing.of(threeBonds(), dollars("1000"), 0.40, 0.31, 0.195);
        RebalancingProposal proposal = rebalancing.propose(new RebalancingPolicy.Band(0.02, false), TODAY);
        assertThat(proposal.trades()).hasSize(1);
        Trade trade = proposal.trades().get(0);
        assertThat(trade.asset()).isEqualTo("2y");
        assertThat(trade.side()).isEqualTo(Side.SELL);
        assertThat(trade.reason()).contains("outside its band");
        assertThat(trade.weightAfter()).isCloseTo(0.40, within(0.001));
        RebalancingProposal toEdge = rebalancing.propose(new RebalancingPolicy.Band(0.02, true), TODAY);
        assertThat(toEdge.trades().get(0).weightAfter()).isCloseTo(0.42, within(0.001));
    }

    @Test
    void theCalendarIsDueOncePeriodHasPassed() {
        Rebalancing rebalancing = Rebalancing.of(threeBonds(), dollars("1000"), 0.45, 0.35, 0.19);
        Period quarter = Period.ofMonths(3);
        assertThat(rebalancing
                        .propose(new RebalancingPolicy.Calendar(quarter, TODAY.minusMonths(2)), TODAY)
                        .trades())
                .isEmpty();
        assertThat(rebalancing
                        .propose(new RebalancingPolicy.Calendar(quarter, TODAY.minusMonths(3)), TODAY)
                        .trades())
                .hasSize(3)
                .allSatisfy(trade -> assertThat(trade.reason()).isEqualTo("due since 2025-07-11"));
    }

    @Test
    void tradesAddUpToTheCentAndCashIsNotOverspent() {
        Rebalancing rebalancing =
                Rebalancing.of(threeBonds(), dollars("1234.56"), 0.3, 0.3, 0.4).withReserve(dollars("1000"));
        RebalancingProposal proposal = rebalancing.propose(ALWAYS, TODAY);
        Money cash = dollars("1234.56");
        Money cost = dollars("0");
        for (Trade trade : proposal.trades()) {
            cash = trade.side() == Side.BUY ? cash.minus(trade.amount()) : cash.plus(trade.amount());
            cash = cash.minus(trade.cost());
            cost = cost.plus(trade.cost());
            assertThat(trade.face().remainder(new BigDecimal("1000"))).isEqualByComparingTo("0");
        }
        assertThat(proposal.cashAfter()).isEqualTo(cash).isGreaterThanOrEqualTo(dollars("1000"));
        assertThat(proposal.cost()).isEqualTo(cost);
        assertThat(proposal.deviationAfter()).isLessThan(0.002);
        assertThat(proposal.proven()).isTrue();
        assertThat(proposal.toString()).contains("SELL").contains("10y").contains("cash 1234.56 USD to");
    }

    @Test
    void aPositionIsClosedOrAtLeastALeastPiece() {
        // A target of 6 % is 60,000, less than the least piece of 100,000: closing is further off than the piece.
        Rebalancing rebalancing = Rebalancing.of(threeBonds(), dollars("0"), 0.6, 0.34, 0.06);
        RebalancingProposal proposal = rebalancing.propose(ALWAYS, TODAY);
        assertThat(proposal.trades())
                .filteredOn(trade -> trade.asset().equals("10y"))
                .singleElement()
                .satisfies(trade -> assertThat(trade.face()).isEqualByComparingTo("100000"));
        // A target of 2 % is closer to nothing.
        RebalancingProposal closed =
                Rebalancing.of(threeBonds(), dollars("0"), 0.63, 0.35, 0.02).propose(ALWAYS, TODAY);
        assertThat(closed.trades())
                .filteredOn(trade -> trade.asset().equals("10y"))
                .singleElement()
                .satisfies(trade -> assertThat(trade.face()).isEqualByComparingTo("200000"));
    }

    @Test
    void anOddLotMayStayAsItIs() {
        List<Holding> odd = List.of(Holding.of("A", "1500", "100", "1000", "1000", 0.01));
        RebalancingProposal proposal =
                Rebalancing.of(odd, dollars("100"), 0.9375).propose(ALWAYS, TODAY);
        assertThat(proposal.trades()).isEmpty();
    }

    @Test
    void aReserveIsRaisedEvenWhereThePolicySeesNoNeed() {
        Rebalancing rebalancing =
                Rebalancing.of(threeBonds(), dollars("0"), 0.5, 0.3, 0.2).withReserve(dollars("25000"));
        RebalancingProposal proposal = rebalancing.propose(new RebalancingPolicy.Band(1, false), TODAY);
        assertThat(proposal.cashAfter()).isGreaterThanOrEqualTo(dollars("25000"));
        assertThat(proposal.trades())
                .isNotEmpty()
                .allSatisfy(trade -> assertThat(trade.reason()).isEqualTo("raises the cash reserve"));
        assertThatThrownBy(() -> Rebalancing.of(threeBonds(), dollars("0"), 0.5, 0.3, 0.2)
                        .withReserve(dollars("2000000"))
                        .propose(ALWAYS, TODAY))
                .isInstanceOf(ContradictoryConstraints.class)
                .hasMessageContaining("cash reserve of 2000000.00 USD");
    }

    @Test
    void dearTradesAreLeftAloneByTheCostAwarePolicyAndCheapOnesAreNot() {
        Covariance covariance =
                Covariance.ofCorrelations(List.of("2y", "5y", "10y"), new double[] {0.02, 0.05, 0.09}, new double[][] {
                    {1, 0.9, 0.8}, {0.9, 1, 0.95}, {0.8, 0.95, 1}
                });
        Rebalancing rebalancing = Rebalancing.of(threeBonds(), dollars("5000"), 0.48, 0.30, 0.21);
        assertThat(rebalancing
                        .propose(new RebalancingPolicy.CostAware(covariance, 0.01), TODAY)
                        .trades())
                .isEmpty();
        assertThat(rebalancing
                        .propose(new RebalancingPolicy.CostAware(covariance, 1000), TODAY)
                        .trades())
                .isNotEmpty()
                .allSatisfy(trade -> assertThat(trade.reason()).contains("worth its cost"));
    }

    /** Every position in whole lots is tried, and none that cash allows is closer to the target. */
    @Test
    void noOtherChoiceOfLotsIsCloser() {
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            List<Holding> holdings = new ArrayList<>();
            double[] targets = new double[3];
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                int lots = random.nextInt(9);
                holdings.add(new Holding(
                        "B" + i,
                        BigDecimal.valueOf(1000L * lots),
                        BigDecimal.valueOf(9000 + random.nextInt(2000), 2),
                        BigDecimal.valueOf(1000),
                        BigDecimal.valueOf(1000L * (1 + random.nextInt(4))),
                        0.001 * random.nextInt(5)));
                targets[i] = random.nextDouble();
                sum += targets[i];
            }
            for (int i = 0; i < 3; i++) {
                targets[i] *= 0.97 / sum;
            }
            Money cash = Money.of(String.valueOf(500 + random.nextInt(3000)), "USD");
            RebalancingProposal proposal =
                    Rebalancing.of(holdings, cash, targets).propose(ALWAYS, TODAY);
            double total = cash.toDouble();
            for (Holding holding : holdings) {
                total += holding.value(holding.face());
            }
            double found = squares(holdings, targets, total, faces(holdings, proposal));
            assertThat(found).isLessThanOrEqualTo(leastByEnumeration(holdings, targets, total, cash) + 1e-12);
            assertThat(proposal.cashAfter().amount().signum()).isNotNegative();
        }
    }

    private static double[] faces(List<Holding> holdings, RebalancingProposal proposal) {
        double[] faces = holdings.stream()
                .mapToDouble(holding -> holding.face().doubleValue())
                .toArray();
        for (Trade trade : proposal.trades()) {
            int index = Integer.parseInt(trade.asset().substring(1));
            faces[index] += trade.side().sign() * trade.face().doubleValue();
        }
        return faces;
    }

    private static double squares(List<Holding> holdings, double[] targets, double total, double[] faces) {
        double sum = 0;
        for (int i = 0; i < faces.length; i++) {
            sum += Math.pow(faces[i] * holdings.get(i).dirtyPrice().doubleValue() / 100 / total - targets[i], 2);
        }
        return sum;
    }

    private static double leastByEnumeration(List<Holding> holdings, double[] targets, double total, Money cash) {
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a <= 30; a++) {
            for (int b = 0; b <= 30; b++) {
                for (int c = 0; c <= 30; c++) {
                    double[] faces = {1000 * a, 1000 * b, 1000 * c};
                    double left = cash.toDouble();
                    boolean allowed = true;
                    for (int i = 0; i < 3; i++) {
                        Holding holding = holdings.get(i);
                        double change =
                                holding.value(BigDecimal.valueOf(faces[i]).subtract(holding.face()));
                        left -= change + Math.ceil(Math.abs(change) * holding.cost() * 100 - 1e-9) / 100;
                        boolean kept = faces[i] == holding.face().doubleValue();
                        allowed &= kept
                                || faces[i] == 0
                                || faces[i] >= holding.minimumPiece().doubleValue();
                    }
                    if (allowed && left >= 0) {
                        best = Math.min(best, squares(holdings, targets, total, faces));
                    }
                }
            }
        }
        return best;
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Rebalancing.of(List.of(), dollars("1"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Rebalancing.of(threeBonds(), dollars("1"), 0.5, 0.6, 0.2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sum of targets");
        assertThatThrownBy(() -> Rebalancing.of(threeBonds(), dollars("1"), 0.5, -0.1, 0.2))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Rebalancing.of(threeBonds(), dollars("1"), 0.5, Double.NaN, 0.2))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Rebalancing.of(threeBonds(), dollars("1"), 0.5, 0.3, 0.2)
                        .withReserve(Money.of("1", "EUR")))
                .isInstanceOf(InvalidInput.class);
        List<Holding> twice = List.of(threeBonds().get(0), threeBonds().get(0));
        assertThatThrownBy(() -> Rebalancing.of(twice, dollars("1"), 0.5, 0.5))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2y");
        assertThatThrownBy(() -> Holding.of("A", "x", "100", "1000", "1000", 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Holding.of("A", "1e99999", "100", "1000", "1000", 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Holding.of("A", "1000", "100", "1000", "1500", 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Holding.of("A", "1000", "0", "1000", "1000", 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Holding.of("A", "1000", "100", "1000", "1000", Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RebalancingPolicy.Band(-1, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RebalancingPolicy.Calendar(Period.ZERO, TODAY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RebalancingPolicy.Threshold(Double.NaN)).isInstanceOf(InvalidInput.class);
    }
}
