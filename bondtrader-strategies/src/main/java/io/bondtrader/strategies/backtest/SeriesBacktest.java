package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.List;

/**
 * A strategy on the bars of one instrument, in a sketch: positions in units, no coupons, no funding, no limits. It answers
 * in milliseconds whether an idea is worth a {@link Backtest}.
 *
 * <p>A strategy is called at the end of each bar and its wish is traded at the open of the next one. The position is
 * direction times conviction, in units of 100 face; the size of the wish in DV01 is left out of account. Intents for other
 * instruments are refused.
 *
 * <pre>{@code
 * SeriesResult result = SeriesBacktest.of(bars).halfSpread(0.01).run(strategy);
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads if each brings its own strategy.
 */
public final class SeriesBacktest {

    private final Bar[] bars;
    private final double halfSpread;

    private SeriesBacktest(Bar[] bars, double halfSpread) {
        this.bars = bars;
        this.halfSpread = halfSpread;
    }

    /**
     * Returns a back-test on bars, without costs.
     *
     * @param bars of one instrument, ascending in time
     * @return the back-test
     * @throws InvalidInput if there are fewer than two bars, of several instruments or out of order
     */
    public static SeriesBacktest of(List<Bar> bars) {
        InvalidInput.unless(bars.size() >= 2, "bars", bars.size(), "2 or more");
        Bar[] copy = bars.toArray(Bar[]::new);
        for (int i = 1; i < copy.length; i++) {
            Bar bar = copy[i];
            if (bar.publishedAt().isBefore(copy[i - 1].publishedAt())) {
                throw new InvalidInput("bar " + i, bar.publishedAt(), "not before that which it follows");
            }
            if (!bar.instrument().equals(copy[0].instrument())) {
                throw new InvalidInput("bar " + i, bar.instrument(), "of " + copy[0].instrument() + " like the first");
            }
        }
        return new SeriesBacktest(copy, 0.0);
    }

    /**
     * Returns a back-test that pays for trading.
     *
     * @param newHalfSpread what a trade costs beside the open, per 100 face, 0 or more
     * @return the copy
     * @throws InvalidInput if it is negative or not finite
     */
    public SeriesBacktest halfSpread(double newHalfSpread) {
        InvalidInput.unless(
                newHalfSpread >= 0.0 && newHalfSpread < Double.POSITIVE_INFINITY,
                "halfSpread",
                newHalfSpread,
                "0 or more, and finite");
        return new SeriesBacktest(bars, newHalfSpread);
    }

    /**
     * Runs a strategy from the first bar to the last.
     *
     * @param strategy in the state in which it begins; do not use it again
     * @return what came of it
     * @throws InvalidInput if an intent is for another instrument
     */
    public SeriesResult run(Strategy strategy) {
        BarView view = new BarView(bars[0].instrument());
        SeriesResult.Recorder recorder = new SeriesResult.Recorder(bars, halfSpread);
        int warmUp = strategy.warmUp();
        double wanted = 0.0;
        double held = 0.0;
        for (int i = 0; i < bars.length; i++) {
            Bar bar = bars[i];
            // A double that was stored is compared with itself: equal means that nothing changed.
            if (wanted != held) {
                recorder.trade(i, bar.open(), wanted);
                held = wanted;
            }
            recorder.mark(i, bar.close());
            view.show(bar, held);
            List<Intent> intents = strategy.onEvent(view);
            if (!intents.isEmpty() && i + 1 >= warmUp) {
                wanted = wanted(intents, bar.instrument());
            }
        }
        return recorder.result();
    }

    private static double wanted(List<Intent> intents, String instrument) {
        double wanted = 0.0;
        for (Intent intent : intents) {
            InvalidInput.unless(
                    intent.instrument().equals(instrument), "instrument", intent.instrument(), "that of the bars");
            wanted = intent.direction().sign() * intent.conviction();
        }
        return wanted;
    }

    @Override
    public String toString() {
        return "SeriesBacktest[" + bars.length + " bars of " + bars[0].instrument() + ", half-spread " + halfSpread
                + " per 100]";
    }
}
