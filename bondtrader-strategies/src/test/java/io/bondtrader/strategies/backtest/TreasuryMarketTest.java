package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Valuation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TreasuryMarketTest {

    private static final Tenor HALF = Tenor.ofMonths(6);
    private static final Tenor TWO = Tenor.ofYears(2);
    private static final Tenor TEN = Tenor.ofYears(10);
    private static final LocalDate START = LocalDate.of(2024, 3, 25);

    private final TreasuryMarket market = TreasuryMarket.of(history(10, 0.05, 0.0462, 0.0441));

    @Test
    void bondsAreIssuedOnTheFirstDayAndAtTheStartOfEachQuarter() {
        List<Listed> listed = only(Listed.class);

        assertThat(listed)
                .extracting(Listed::alias)
                .containsExactly("UST 6M", "UST 2Y", "UST 10Y", "UST 6M", "UST 2Y", "UST 10Y");
        assertThat(listed.get(3).publishedAt()).isEqualTo(Instant.parse("2024-04-01T22:00:00Z"));
    }

    @Test
    void aNewNoteHasTheDaysYieldRoundedDownToAnEighthAsItsCoupon() {
        FixedCouponBond note =
                (FixedCouponBond) only(Listed.class).get(2).security().bond();

        assertThat(note.couponRate()).isEqualTo(0.04375);
        assertThat(note.maturity()).isEqualTo(LocalDate.of(2034, 3, 26));
    }

    @Test
    void yieldsAreObservedInTheAfternoonAndKnownInTheEvening() {
        Observations first = only(Observations.class).get(0);

        assertThat(first.eventTime()).isEqualTo(Instant.parse("2024-03-25T19:30:00Z"));
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2024-03-25T22:00:00Z"));
        assertThat(first.value(first.names().placeOf("UST 10Y yield"))).isEqualTo(0.0441);
    }

    @Test
    void aBondAtItsParYieldIsNearParAndQuotedAroundTheMiddle() {
        List<MarketEvent> prices = prices();
        Valuation note = (Valuation) prices.get(0);
        Quote quote = (Quote) prices.get(1);

        assertThat(note.instrument()).isEqualTo("UST 10Y 2034-03-26");
        assertThat(note.cleanPrice()).isCloseTo(100 - (0.0441 - 0.04375) * 1e4 * note.dv01(), within(0.01));
        assertThat(quote.mid()).isCloseTo(note.cleanPrice(), within(1e-12));
        assertThat(quote.ask() - quote.bid()).isCloseTo(2 * 0.25 * note.dv01(), within(1e-12));
        assertThat(note.settlement()).isEqualTo(START.plusDays(1));
    }

    @Test
    void curvesAreThereForThoseWhoAsk() {
        List<MarketEvent> events = new ArrayList<>();
        market.withCurves().events().forEach(events::add);

        assertThat(events.stream().filter(CurvePublished.class::isInstance)).hasSize(10);
        assertThat(only(CurvePublished.class)).isEmpty();
    }

    @Test
    void publicationsNeverGoBackInTime() {
        Instant last = Instant.MIN;
        for (MarketEvent event : market.events()) {
            assertThat(event.publishedAt()).isAfterOrEqualTo(last);
            last = event.publishedAt();
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> market.issuing(List.of(Tenor.ofYears(7)))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> market.issuing(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> market.depth(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> market.halfSpreadsBp(-1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> market.halfSpreadsBp(0, Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    private <E extends MarketEvent> List<E> only(Class<E> kind) {
        List<E> found = new ArrayList<>();
        for (MarketEvent event : market.events()) {
            if (kind.isInstance(event)) {
                found.add(kind.cast(event));
            }
        }
        return found;
    }

    /** What the first day's prices of the newest ten-year note are. */
    private List<MarketEvent> prices() {
        List<MarketEvent> prices = new ArrayList<>();
        var model = market.pricing();
        Listed note = only(Listed.class).get(2);
        model.price(note, List.of(), prices::add);
        model.price(only(Observations.class).get(0), List.of(note.security()), prices::add);
        return prices;
    }

    static ParYieldHistory history(int days, double half, double two, double ten) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate day = START; dates.size() < days; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                dates.add(day);
            }
        }
        double[][] yields = new double[days][];
        Arrays.setAll(yields, i -> new double[] {half, two, ten});
        return ParYieldHistory.of(List.of(HALF, TWO, TEN), dates, yields);
    }
}
