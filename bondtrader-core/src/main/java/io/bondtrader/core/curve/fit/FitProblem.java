package io.bondtrader.core.curve.fit;

import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.List;

/** The bonds of a fit as flat arrays: bond i is paid {@code amounts[k]} at {@code years[k]}, from k = first[i]. Immutable. */
final class FitProblem {

    final LocalDate referenceDate;
    final String name;
    final int bonds;
    final int[] first;
    final double[] years;
    final double[] amounts;
    final double[] dirtyPrices;
    final double[] weights; // summing to 1

    FitProblem(String name, List<BondQuote> quotes, double[] rawWeights) {
        this.name = name;
        this.bonds = quotes.size();
        this.referenceDate = quotes.get(0).settlement();
        this.first = new int[bonds + 1];
        this.dirtyPrices = new double[bonds];
        this.weights = new double[bonds];
        double sum = 0.0;
        for (int i = 0; i < bonds; i++) {
            first[i + 1] = first[i] + quotes.get(i).payments().size();
            dirtyPrices[i] = quotes.get(i).dirtyPrice();
            sum += rawWeights[i];
        }
        this.years = new double[first[bonds]];
        this.amounts = new double[first[bonds]];
        for (int i = 0; i < bonds; i++) {
            weights[i] = rawWeights[i] / sum;
            int k = first[i];
            for (BondQuote.Payment payment : quotes.get(i).payments()) {
                years[k] = DayCounts.ACT_365F.yearFraction(referenceDate, payment.date());
                amounts[k++] = payment.amount();
            }
        }
    }

    double lastPayment() {
        double last = 0.0;
        for (double time : years) {
            last = Math.max(last, time);
        }
        return last;
    }

    /** The last payment of a bond. */
    double maturity(int bond) {
        return years[first[bond + 1] - 1];
    }
}
