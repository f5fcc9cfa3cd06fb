package io.bondtrader.security.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.StateContended;
import io.bondtrader.security.guard.AttemptGuard.Locked;
import io.bondtrader.security.guard.AttemptGuard.Reservation;
import io.bondtrader.security.guard.AttemptGuard.Wait;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AttemptGuardTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final InMemoryAttempts store = new InMemoryAttempts();
    private Instant now = NOON;
    private final AttemptGuard inARow = AttemptGuard.of(store, ConsecutiveRule.standard(), () -> now);

    @Test
    @Attack("A28")
    void a28FiveFailuresAreFreeThenEachDoublesTheWaitUpToAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(inARow.admit("f")).isInstanceOf(Reservation.class);
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            assertThat(inARow.admit("f")).isEqualTo(new Wait(Duration.ofSeconds(seconds)));
            now = now.plusSeconds(seconds).minusMillis(1);
            assertThat(inARow.admit("f")).isEqualTo(new Wait(Duration.ofMillis(1)));
            now = now.plusMillis(1);
            assertThat(inARow.admit("f")).isInstanceOf(Reservation.class);
        }
        assertThat(inARow.admit("another")).isInstanceOf(Reservation.class);
    }

    @Test
    @Attack("A28")
    void a28AfterAHundredFailuresThereIsNoNextAttempt() {
        for (int i = 1; i <= 100; i++) {
            Reservation last = (Reservation) inARow.admit("f");
            assertThat(last.isLast()).isEqualTo(i == 100);
            assertThat(last.failuresBefore()).isEqualTo(i - 1);
            now = now.plus(Duration.ofMinutes(15));
        }
        assertThat(inARow.admit("f")).isEqualTo(new Locked());
        now = now.plus(Duration.ofDays(10_000));
        assertThat(inARow.admit("f")).isEqualTo(new Locked());
        inARow.clear("f");
        assertThat(inARow.admit("f")).isInstanceOf(Reservation.class);
    }

    @Test
    void aSuccessStartsAnewAndAReleaseChangesNothing() {
        for (int i = 0; i < 4; i++) {
            inARow.admit("f");
        }
        Reservation released = (Reservation) inARow.admit("f");
        released.release();
        released.release();
        Reservation right = (Reservation) inARow.admit("f");
        assertThat(right.failuresBefore()).isEqualTo(4);
        right.succeeded();
        assertThat(store.size()).isZero();

        Reservation first = (Reservation) inARow.admit("f");
        inARow.admit("f");
        first.release();
        assertThat(store.read("f", now).consecutive()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            inARow.admit("f");
        }
        now = now.plus(Duration.ofDays(30)).minusMillis(1);
        assertThat(store.read("f", now).consecutive()).isEqualTo(5);
        now = now.plusMillis(1);
        assertThat(((Reservation) inARow.admit("f")).failuresBefore()).isZero();
    }

    @Test
    @Attack("A28")
    void a28SixtyFourGuessesAtOnceGetFiveAnswers() {
        Race.rounds(
                64,
                500,
                round -> thread -> inARow.admit("f" + round) instanceof Reservation,
                (round, winners) -> assertThat(winners).isEqualTo(5));
    }

    @Test
    @Attack("A36")
    void a36NoStretchOfTimeHoldsMoreFailuresThanTheLimit() {
        Duration length = Duration.ofSeconds(10);
        AttemptGuard window = AttemptGuard.of(store, new WindowRule(7, length), () -> now);
        Random random = new Random(7);
        Deque<Instant> admitted = new ArrayDeque<>();
        int all = 0;
        for (int i = 0; i < 20_000; i++) {
            now = now.plusMillis(random.nextInt(random.nextInt(50) == 0 ? 9_000 : 300));
            if (window.admit("ip") instanceof Reservation) {
                admitted.addLast(now);
                all++;
            }
            while (!admitted.isEmpty() && !admitted.getFirst().isAfter(now.minus(length))) {
                admitted.removeFirst();
            }
            assertThat(admitted.size()).isLessThanOrEqualTo(7);
        }
        assertThat(all).isGreaterThan(1_000);
    }

    @Test
    @Attack("A36")
    void a36ASuccessTakesBackItselfAndNoFailure() {
        AttemptGuard window = AttemptGuard.of(store, new WindowRule(3, Duration.ofMinutes(1)), () -> now);
        window.admit("ip");
        window.admit("ip");
        for (int i = 0; i < 50; i++) {
            ((Reservation) window.admit("ip")).succeeded();
        }
        assertThat(window.admit("ip")).isInstanceOf(Reservation.class);
        assertThat(window.admit("ip")).isEqualTo(new Wait(Duration.ofMinutes(2)));

        // Also when the answer comes in the next window.
        Reservation late = (Reservation) AttemptGuard.of(store, new WindowRule(4, Duration.ofMinutes(1)), () -> now)
                .admit("ip");
        now = now.plusSeconds(60);
        late.succeeded();
        assertThat(window.admit("ip")).isEqualTo(new Wait(Duration.ofMinutes(1)));
        now = now.plusSeconds(60);
        assertThat(window.admit("ip")).isInstanceOf(Reservation.class);
    }

    @Test
    void aClockThatFallsBackFreesNobody() {
        AttemptGuard window = AttemptGuard.of(store, new WindowRule(1, Duration.ofMinutes(1)), () -> now);
        window.admit("ip");
        now = now.minus(Duration.ofHours(5));
        assertThat(window.admit("ip")).isInstanceOf(Wait.class);
    }

    @Test
    void aStoreThatTakesNoUpdateAdmitsNobody() {
        AttemptStore stubborn = new AttemptStore() {
            @Override
            public Attempts read(String key, Instant at) {
                return Attempts.NONE;
            }

            @Override
            public boolean compareAndSet(String key, Attempts expected, Attempts next, Instant at) {
                return false;
            }
        };
        AttemptGuard guard = AttemptGuard.of(stubborn, ConsecutiveRule.standard(), () -> now);
        assertThatThrownBy(() -> guard.admit("f"))
                .isInstanceOf(StateContended.class)
                .hasMessageStartingWith("BT-5032");
        assertThatThrownBy(() -> guard.clear("f")).isInstanceOf(StateContended.class);
    }

    @Test
    void rulesOutsideTheirBoundsAreRefused() {
        Duration s = Duration.ofSeconds(1);
        Duration day = Duration.ofDays(2);
        assertThatThrownBy(() -> new ConsecutiveRule(0, s, s, 100, day)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ConsecutiveRule(5, s, s, 101, day)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ConsecutiveRule(5, s, s, 5, day)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ConsecutiveRule(5, Duration.ZERO, s, 100, day))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ConsecutiveRule(5, s, Duration.ZERO, 100, day))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ConsecutiveRule(5, s, s, 100, s)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new WindowRule(0, s)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new WindowRule(1, Duration.ZERO)).isInstanceOf(InvalidInput.class);
        assertThat(OpaqueToken.read("short")).isEmpty();
    }
}
