package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.security.access.duty.DutyHistory;
import io.bondtrader.security.access.duty.DutyStep;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.access.request.ResourceType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.testdata.Race;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every history of steps keeps to. */
public abstract class DutyHistoryContract {

    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
    private static final Permission ENTER = Permission.of("order", "enter");

    /** Makes an empty history. */
    protected abstract DutyHistory history();

    private static ResourceRef order(String id) {
        return ResourceRef.of(ResourceType.of("order"), id);
    }

    private static DutyStep step(ResourceRef object, String person, int seconds, String exception) {
        return new DutyStep(
                object,
                ENTER,
                AT.plusSeconds(seconds),
                AccountId.of(person),
                Set.of(PersonId.of(person)),
                new TreeSet<>(Set.of("trader")),
                "00",
                exception);
    }

    @Test
    public void whatWasAppendedIsReadInItsOrderAndGivenToTheNextCheck() {
        DutyHistory history = history();
        DutyStep first = step(order("1"), "mia", 0, "");
        DutyStep second = step(order("1"), "max", 1, "");

        assertThat(history.read(order("1"))).isEmpty();
        assertThat(history.appendIf(order("1"), steps -> {
                    assertThat(steps).isEmpty();
                    return Optional.of(first);
                }))
                .contains(first);
        assertThat(history.appendIf(order("1"), steps -> {
                    assertThat(steps).containsExactly(first);
                    return Optional.of(second);
                }))
                .contains(second);
        assertThat(history.read(order("1"))).containsExactly(first, second);
    }

    @Test
    public void objectsHaveHistoriesOfTheirOwnWhereverTheyBelong() {
        DutyHistory history = history();
        DutyStep step = step(order("1"), "mia", 0, "");
        assertThat(history.appendIf(order("1").atDesk("RATES"), steps -> Optional.of(step)))
                .contains(step);

        assertThat(history.read(order("1").atDesk("CREDIT"))).containsExactly(step);
        assertThat(history.read(order("2"))).isEmpty();
    }

    @Test
    public void aCheckThatSaysNoOrThrowsAppendsNothing() {
        DutyHistory history = history();

        assertThat(history.appendIf(order("1"), steps -> Optional.empty())).isEmpty();
        assertThatThrownBy(() -> history.appendIf(order("1"), steps -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(history.read(order("1"))).isEmpty();
    }

    @Test
    public void stepsUnderAnExceptionAreFoundInTheOrderOfTheirTimes() {
        DutyHistory history = history();
        DutyStep late = step(order("1"), "mia", 9, "fire");
        DutyStep early = step(order("2"), "mia", 3, "fire");
        for (DutyStep step : List.of(late, early, step(order("3"), "mia", 5, ""))) {
            assertThat(history.appendIf(step.object(), steps -> Optional.of(step)))
                    .isPresent();
        }

        assertThat(history.underException("fire")).containsExactly(early, late);
        assertThat(history.underException("other")).isEmpty();
    }

    @Test
    public void ofManyChecksAtOnceEachSeesWhatTheOthersAppended() {
        AtomicInteger asked = new AtomicInteger();
        DutyHistory shared = history();
        Race.rounds(
                16,
                200,
                round -> {
                    ResourceRef object = order("race-" + round);
                    return thread -> shared.appendIf(object, steps -> {
                                asked.incrementAndGet();
                                return steps.isEmpty()
                                        ? Optional.of(step(object, "p" + thread, 0, ""))
                                        : Optional.empty();
                            })
                            .isPresent();
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
        assertThat(asked).hasValue(16 * 200);
    }
}
