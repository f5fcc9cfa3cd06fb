package io.bondtrader.strategies.backtest;

import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Par yields as rows of numbers, read in straight lines between the tenors that a day published. */
final class ParYieldTable {

    private final List<LocalDate> dates;
    private final List<Tenor> tenors;
    private final double[] years;
    private final double[][] rows;

    ParYieldTable(ParYieldHistory history) {
        dates = history.dates();
        tenors = history.tenors();
        years = new double[tenors.size()];
        for (int i = 0; i < years.length; i++) {
            years[i] = years(tenors.get(i));
        }
        rows = new double[dates.size()][years.length];
        for (int day = 0; day < rows.length; day++) {
            Arrays.fill(rows[day], Double.NaN);
            for (ParYield yield : history.yields(day)) {
                rows[day][tenors.indexOf(yield.tenor())] = yield.yield();
            }
        }
    }

    /** A tenor as a number: months count a twelfth of a year, days a 365th. */
    static double years(Tenor tenor) {
        return tenor.isMonthBased()
                ? tenor.months() / 12.0
                : tenor.addTo(LocalDate.EPOCH).toEpochDay() / 365.0;
    }

    List<LocalDate> dates() {
        return dates;
    }

    List<Tenor> tenors() {
        return tenors;
    }

    /** What a day published, NaN where nothing. */
    double[] row(int day) {
        return rows[day];
    }

    double published(int day, int tenor) {
        return rows[day][tenor];
    }

    /** The yield between the tenors around a maturity, flat before the first and after the last; NaN without any. */
    double at(int day, double maturityYears) {
        return at(rows[day], maturityYears);
    }

    /** The same of any row of yields in the order of the tenors. */
    double at(double[] row, double maturityYears) {
        int below = -1;
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(row[i])) {
                continue;
            }
            if (years[i] >= maturityYears) {
                return below < 0
                        ? row[i]
                        : row[below]
                                + (row[i] - row[below]) * (maturityYears - years[below]) / (years[i] - years[below]);
            }
            below = i;
        }
        return below < 0 ? Double.NaN : row[below];
    }
}
