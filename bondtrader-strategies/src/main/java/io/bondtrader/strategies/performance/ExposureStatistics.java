package io.bondtrader.strategies.performance;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What an account held and traded, over the days of its record up to ruin.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param meanDv01 mean DV01 at the end of a day, long less short, in money a basis point
 * @param meanSizeDv01 mean size of the DV01, long or short
 * @param peakDv01 the DV01 that was largest in size, with its sign
 * @param meanGross mean gross market value over equity, days with equity at or below zero left out
 * @param invested share of days that ended with a position or a DV01
 * @param turnover market value bought and sold, in money
 * @param costs paid for trading, in money
 * @param meanEquity mean equity at the end of a day
 * @param years length of the record
 */
public record ExposureStatistics(
        double meanDv01,
        double meanSizeDv01,
        double peakDv01,
        double meanGross,
        double invested,
        double turnover,
        double costs,
        double meanEquity,
        double years) {

    static ExposureStatistics of(TrackRecord record) {
        int n = record.size() + 1;
        double dv01 = 0;
        double size = 0;
        double peak = 0;
        double gross = 0;
        double held = 0;
        double turnover = 0;
        double costs = 0;
        double equity = 0;
        int solvent = 0;
        for (TrackDay day : record.days().subList(0, n)) {
            dv01 += day.dv01() / n;
            size += Math.abs(day.dv01()) / n;
            peak = Math.abs(day.dv01()) > Math.abs(peak) ? day.dv01() : peak;
            held += day.grossValue() > 0 || day.dv01() != 0.0 ? 1 : 0;
            turnover += day.turnover();
            costs += day.costs();
            equity += day.equity() / n;
            if (day.equity() > 0) {
                gross += day.grossValue() / day.equity();
                solvent++;
            }
        }
        return new ExposureStatistics(
                dv01, size, peak, gross / solvent, held / n, turnover, costs, equity, record.years());
    }

    /** {@return market value bought and sold a year, in means of the equity: 2 if the whole was turned over once each way} */
    public OptionalDouble turnoverPerYear() {
        return perYear(turnover);
    }

    /** {@return costs a year as a share of the mean equity} */
    public OptionalDouble costsPerYear() {
        return perYear(costs);
    }

    private OptionalDouble perYear(double amount) {
        return years > 0 && meanEquity > 0 ? OptionalDouble.of(amount / meanEquity / years) : OptionalDouble.empty();
    }

    /** {@return DV01, turnover and costs on one line} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "DV01 mean %,.0f, peak %,.0f; turnover %,.0f, costs %,.0f",
                meanDv01,
                peakDv01,
                turnover,
                costs);
    }
}
