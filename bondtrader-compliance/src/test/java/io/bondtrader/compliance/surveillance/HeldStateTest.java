package io.bondtrader.compliance.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered is bounded by windows, the longest of which is a year, however long a stream lasts and whoever comes and goes. */
final class HeldStateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final int YEAR = 366;

    private SurveillanceEngine engine;
    private long index;

    @BeforeEach
    void begin() {
        engine = new SurveillanceEngine(SurveillanceRules.standard(), MarketReference.empty(), alert -> {});
    }

    /** A day in a bond that stays and in one that is new every tenth day, by owners, desks and orders of that day alone. */
    private void day(int day) {
        long time = (20_000L + day) * DAY + 8 * 3600 * SECOND;
        for (String bond : List.of("STAYS", "NEW" + day / 10)) {
            time += 60 * SECOND;
            String owner = "OWNER" + day;
            String other = "OTHER" + day;
            String id = bond + "-" + day + "-";
            double mid = 100 + day % 3;
            engine.accept(FlowEvent.quoted(index++, time, bond, mid - 0.5, mid + 0.5, 1e8, 1e8));
            for (int i = 0; i < 3; i++) { // one is never ended, one trades, one is withdrawn
                engine.accept(FlowEvent.entered(index++, time, owner, bond, "XOFF", id + i, 1, mid - i, 1e6));
            }
            engine.accept(FlowEvent.filled(index++, time, owner, bond, "XOFF", id + 1, 1, mid, 1e6, other, false));
            engine.accept(FlowEvent.filled(index++, time, other, bond, "XOFF", id + "x", -1, mid, 1e6, owner, true));
            engine.accept(FlowEvent.cancelled(index++, time + SECOND, owner, bond, "XOFF", id + 2, 1));
            engine.accept(FlowEvent.clientOrder(index++, time + SECOND, other, bond, id + "c", 1, 1e7, owner));
            engine.accept(FlowEvent.allocated(
                    index++, time + SECOND, other, bond, id + "b", 1, mid, 1e6, "DESK" + day, time));
            engine.accept(FlowEvent.position(index++, time + SECOND, other, bond, 1e6, 0, 0));
            engine.accept(FlowEvent.restricted(index++, time + SECOND, owner, bond, time + DAY));
            engine.accept(FlowEvent.announced(index++, time + 2 * SECOND, bond));
            engine.accept(FlowEvent.quoted(index++, time + 3 * SECOND, bond, mid - 0.4, mid + 0.6, 1e8, 1e8));
        }
    }

    @Test
    void fiveYearsOfNewOwnersBondsAndOrdersHoldNoMoreThanTwo() {
        long second = 0;
        for (int day = 0; day < 2 * YEAR; day++) {
            day(day);
            second = Math.max(second, engine.kept());
        }
        long fifth = 0;
        for (int day = 2 * YEAR; day < 5 * YEAR; day++) {
            day(day);
            fifth = day >= 4 * YEAR ? Math.max(fifth, engine.kept()) : fifth;
        }
        // Of the bond that stays, each owner's gain of a day is kept, up to 4,096: two a day here, for three more
        // years.
        assertThat(fifth).isLessThanOrEqualTo(second + 3L * YEAR * 2 + 100);
        assertThat(engine.events()).isGreaterThan(40_000);
    }

    @Test
    void aBondThatNothingIsHeardOfForAYearIsForgottenWithAllThatIsKnownOfIt() {
        for (int day = 0; day < 40; day++) {
            day(day);
        }
        long held = engine.kept();
        later(39 + YEAR);
        long before = engine.kept();
        later(40 + YEAR);
        long after = engine.kept();

        begin();
        later(39 + YEAR);
        later(40 + YEAR);
        assertThat(before).isGreaterThan(held / 3).isLessThan(held);
        assertThat(after).as("as if nothing had been before").isEqualTo(engine.kept());
    }

    private void later(int day) {
        engine.accept(FlowEvent.quoted(index++, (20_000L + day) * DAY, "LATER", 99, 101, 1, 1));
    }
}
