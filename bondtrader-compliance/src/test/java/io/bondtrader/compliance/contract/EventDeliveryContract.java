package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.stream.AuditStream;
import io.bondtrader.compliance.audit.stream.EventDelivery;
import io.bondtrader.compliance.audit.stream.InMemoryCursors;
import io.bondtrader.compliance.error.DeliveryFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every delivery of audit events to a system outside does. */
public abstract class EventDeliveryContract {

    /** Creates the kit. */
    protected EventDeliveryContract() {}

    /** {@return a delivery to a system that has nothing yet; the same for the whole of a test} */
    protected abstract EventDelivery delivery();

    /**
     * Waits for events, some seconds at most, if the system takes them later.
     *
     * @param different how many different ones are awaited
     * @return the indices of the events that the system has, in the order in which they came
     * @throws Exception if the system cannot be asked
     */
    protected abstract List<Long> arrived(int different) throws Exception;

    /**
     * Takes the system away, so that it takes nothing until it is brought back.
     *
     * @throws Exception if that fails
     */
    protected abstract void takeAway() throws Exception;

    /**
     * Brings the system back, with what it has.
     *
     * @throws Exception if that fails
     */
    protected abstract void bringBack() throws Exception;

    private static List<Long> indices(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    /** Each event arrives, in order, in one call or in several. */
    @Test
    public final void eventsArriveInTheOrderOfTheLog() throws Exception {
        List<LoggedEvent> events = new SampleEvents().filled(25, 10).events();
        delivery().deliver(events.subList(0, 1));
        delivery().deliver(events.subList(1, 8));
        delivery().deliver(events.subList(8, 25));
        assertThat(arrived(25)).isEqualTo(indices(25));
    }

    /** Returning means that all have arrived, also if they are more than the system takes at once. */
    @Test
    public final void aLargeBatchArrivesWhole() throws Exception {
        delivery().deliver(new SampleEvents().filled(1_500, 1_000).events());
        assertThat(arrived(1_500)).isEqualTo(indices(1_500));
    }

    /** No text in an event ends it early or makes two of it. */
    @Test
    public final void anyTextIsOneEvent() throws Exception {
        SampleEvents texts = new SampleEvents();
        List<String> nasty = List.of(
                "two\nlines",
                "cr\r\nlf",
                "\u0000\u0001\u001b[31m",
                "\"}{\"event\":\"x\"}",
                "a|b=c\\d]",
                "\u2028\u2029\u202e",
                "\ud83d\udcb6 \u20ac",
                "");
        nasty.forEach(texts::said);
        delivery().deliver(texts.events());
        assertThat(arrived(nasty.size())).isEqualTo(indices(nasty.size()));
    }

    /** A system that is away is a failure for now, and what it missed comes again. */
    @Test
    public final void whatASystemMissedComesAgain() throws Exception {
        List<LoggedEvent> events = new SampleEvents().filled(4, 10).events();
        takeAway();
        assertThatThrownBy(() -> delivery().deliver(events))
                .isInstanceOfSatisfying(
                        DeliveryFailed.class,
                        failed -> assertThat(failed.isFinal()).isFalse());
        bringBack();
        delivery().deliver(events);
        assertThat(arrived(4)).containsSubsequence(indices(4));
    }

    /** Behind a stream nothing is lost while the system comes and goes. */
    @Test
    public final void aStreamLosesNothing() throws Exception {
        SampleEvents log = new SampleEvents().filled(40, 10);
        AuditStream stream = AuditStream.builder(
                        log.log(), "kit", delivery(), new InMemoryCursors(), new SplittableRandom(1))
                .batch(7)
                .build();
        stream.step();
        takeAway();
        assertThatThrownBy(stream::step).isInstanceOf(DeliveryFailed.class);
        bringBack();
        while (stream.status().behind() > 0) {
            stream.step();
        }
        List<Long> distinct = new ArrayList<>(arrived(40)).stream().distinct().toList();
        assertThat(distinct).isEqualTo(indices(40));
    }
}
