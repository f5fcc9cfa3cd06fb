package io.bondtrader.compliance.surveillance;

import static io.bondtrader.compliance.surveillance.Scenario.BOND;
import static io.bondtrader.compliance.surveillance.Scenario.FUTURE;
import static io.bondtrader.compliance.surveillance.Scenario.MILLION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is an owner's own doing when the price moves while it trades, and what is not. */
final class MovedMarketTest {

    private static void found(Scenario scenario, DetectorKind kind) {
        assertThat(scenario.alerts(kind))
                .singleElement()
                .satisfies(alert -> assertThat(alert.owner()).isEqualTo("ann"));
    }

    private static void notFound(Scenario scenario, DetectorKind kind) {
        assertThat(scenario.alerts(kind)).isEmpty();
    }

    /** An hour in which the middle goes up and down by a hundredth every minute: bipower variation is π/2 · 0.01² a minute. */
    private static Scenario hour(String instrument, double middle) {
        Scenario scenario = new Scenario().in(instrument);
        for (int i = 0; i < 60; i++) {
            scenario.market(i % 2 == 0 ? middle : middle + 0.01, 0.05).after(60);
        }
        return scenario;
    }

    /** Six purchases, 100 seconds from first to last; the market answers each, and moves by itself before the next. */
    private static Scenario ramp(double answer, double byItself) {
        Scenario scenario = hour(BOND, 100);
        double mid = 100;
        for (int i = 0; i < 6; i++) {
            scenario.market(mid, 0.05)
                    .buys("ann/1", mid + 0.05, MILLION)
                    .after(1)
                    .market(mid + answer, 0.05)
                    .after(19);
            mid += answer + byItself;
        }
        return scenario.sells("ann/2", mid, 6 * MILLION);
    }

    @Test
    void whoIsRightAboutTheMarketDoesNotThereforeMoveIt() {
        // A deviation of 100 seconds is 0.0162: six answers of 0.011 are 4.1 of them, six of 0.0105 are 3.9, all over
        // half the way.
        found(ramp(0.011, 0.0105), DetectorKind.RAMPING);
        notFound(ramp(0.0105, 0.01), DetectorKind.RAMPING);
    }

    @Test
    void whoPushesAgainstTheMarketPushesNoLess() {
        // The answers are 4.4 deviations, of which the market took back so much that the way is below four.
        found(ramp(0.012, -0.0016), DetectorKind.RAMPING);
    }

    /** Six purchases, each of which the market begins to answer, and a trade of others before it goes on. */
    private static Scenario sweep(boolean answeredAtOnce, double later) {
        Scenario scenario = hour(BOND, 100);
        for (int i = 0; i < 6; i++) {
            double mid = 100 + 0.1 * i;
            scenario.market(mid, 0.05).buys("ann", mid + 0.05, MILLION);
            if (answeredAtOnce) {
                scenario.market(mid + 0.02, 0.05);
            }
            scenario.after(later)
                    .trade("eve", "fay", mid + 0.02, MILLION)
                    .after(1 - later)
                    .market(mid + 0.1, 0.05)
                    .after(19);
        }
        return scenario.sells("ann", 100.6, 6 * MILLION);
    }

    @Test
    void anOrderThatLayOnTheWayIsPartOfTheAnswer() {
        found(sweep(true, 0), DetectorKind.RAMPING);
        // A nanosecond later it is a trade of its own, with an answer of its own.
        notFound(sweep(true, 1e-9), DetectorKind.RAMPING);
    }

    @Test
    void ofTwoTradesAtOneInstantTheMarketAnswersTheLater() {
        notFound(sweep(false, 0), DetectorKind.RAMPING);
    }

    @Test
    void ofTwoTradesOfOneOwnerEachHasItsOwnAnswer() {
        Scenario scenario = hour(BOND, 100);
        for (int i = 0; i < 6; i++) {
            double mid = 100 + 0.1 * i;
            scenario.market(mid, 0.05)
                    .buys("ann", mid + 0.05, MILLION)
                    .market(mid + 0.04, 0.05)
                    .buys("ann", mid + 0.09, MILLION)
                    .after(1)
                    .market(mid + 0.1, 0.05)
                    .after(19);
        }
        SurveillanceAlert alert = scenario.sells("ann", 100.6, 12 * MILLION)
                .alerts(DetectorKind.RAMPING)
                .get(0);

        assertThat(alert.conditions())
                .filteredOn(condition -> condition.name().equals("ownMoveShare"))
                .singleElement()
                .satisfies(condition -> assertThat(condition.measured()).isCloseTo(1, within(1e-9)));
    }

    /** Four purchases of the future within half a minute, a sale of the bond, and the future comes back. */
    private static Scenario cross(double answer, double byItself) {
        Scenario scenario = new Scenario().market(100);
        double mid = 130;
        for (int i = 0; i < 60; i++) {
            scenario.in(FUTURE).market(i % 2 == 0 ? mid : mid + 0.01, 0.01).after(60);
        }
        for (int i = 0; i < 4; i++) {
            scenario.market(mid, 0.01)
                    .buys("ann", mid + 0.01, MILLION)
                    .after(1)
                    .market(mid + answer, 0.01)
                    .after(9);
            mid += answer + byItself;
        }
        return scenario.market(mid, 0.01)
                .in(BOND)
                .market(102)
                .sells("ann", 101.5, 20 * MILLION)
                .after(30)
                .market(100)
                .in(FUTURE)
                .market(130, 0.01)
                .sells("ann", 130, 4 * MILLION);
    }

    @Test
    void aFutureThatRoseByItselfWasNotPushed() {
        // A deviation of a minute is 0.0125: four answers of 0.0096 are 3.1 of them, four of 0.0091 are 2.9.
        found(cross(0.0096, 0.009), DetectorKind.CROSS_PRODUCT);
        notFound(cross(0.0091, 0.009), DetectorKind.CROSS_PRODUCT);
    }

    /** A fix that ann marks with ten million, on a day on which bob buys sixty. */
    private static Scenario fix(String venue) {
        Scenario scenario = new Scenario();
        for (int day = 0; day < 25; day++) {
            scenario.day(day)
                    .market(100)
                    .at("15:59:59")
                    .market(100)
                    .at("16:10:00")
                    .market(100 + 0.01 * (1 + day % 2));
        }
        return scenario.day(25)
                .market(100)
                .at("15:59:59")
                .market(100)
                .at("16:05:00")
                .on(venue)
                .buys("bob", 100.5, 60 * MILLION)
                .on("XOFF")
                .at("16:06:00")
                .buys("ann", 100.5, 10 * MILLION)
                .after(1)
                .market(100.5)
                .day(26)
                .market(100);
    }

    @Test
    void aBlockThatWasTalkedOverIsNoVolumeOfTheFix() {
        found(fix("VOICE"), DetectorKind.MARKING_CLOSE);
        notFound(fix("XOFF"), DetectorKind.MARKING_CLOSE);
    }
}
