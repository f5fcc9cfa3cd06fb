package io.bondtrader.risk.optimise;

import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trades that bring a portfolio towards its target, each with its reason and cost, and what is left.
 *
 * @param trades in the order of holdings; empty if nothing is to be done
 * @param untouched why nothing is traded in the other holdings, by asset
 * @param cashBefore cash now
 * @param cashAfter cash once all trades are settled and their costs are paid
 * @param cost of all trades
 * @param deviationBefore half the sum of absolute deviations of weights from their targets, now
 * @param deviationAfter the same once all trades are settled
 * @param proven whether no other choice of lots is closer to what the policy wants, or the search was cut short
 */
public record RebalancingProposal(
        List<Trade> trades,
        Map<String, String> untouched,
        Money cashBefore,
        Money cashAfter,
        Money cost,
        double deviationBefore,
        double deviationAfter,
        boolean proven) {

    /** Copies the collections. */
    public RebalancingProposal {
        trades = List.copyOf(trades);
        untouched = Map.copyOf(untouched);
    }

    /**
     * A trade.
     *
     * @param asset what is traded
     * @param side whether it is bought or sold
     * @param face that is traded
     * @param amount that is paid or received, without cost
     * @param cost of the trade
     * @param weightBefore of the asset now
     * @param weightAfter of the asset once all trades are settled
     * @param target weight of the asset
     * @param reason why the policy wants it
     */
    public record Trade(
            String asset,
            Side side,
            BigDecimal face,
            Money amount,
            Money cost,
            double weightBefore,
            double weightAfter,
            double target,
            String reason) {

        /** {@return one line: what, from which weight to which, at what cost and why} */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %s %s for %s, cost %s: %.4f to %.4f (target %.4f), %s",
                    side,
                    face.toPlainString(),
                    asset,
                    amount,
                    cost,
                    weightBefore,
                    weightAfter,
                    target,
                    reason);
        }
    }

    /** {@return trades line by line, cash and cost} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        trades.forEach(trade -> text.append(trade).append(System.lineSeparator()));
        return text.append(String.format(
                        Locale.ROOT,
                        "cash %s to %s, cost %s, deviation %.4f to %.4f%s",
                        cashBefore,
                        cashAfter,
                        cost,
                        deviationBefore,
                        deviationAfter,
                        proven ? "" : " (search cut short)"))
                .toString();
    }
}
