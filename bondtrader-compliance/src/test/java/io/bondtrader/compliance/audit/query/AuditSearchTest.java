package io.bondtrader.compliance.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.TrustedKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A search finds what reading the whole log would find, and proves it. */
final class AuditSearchTest {

    private final TestLog log = new TestLog();
    private final AuditSearch search = AuditSearch.over(log.log);

    private static List<Long> indices(AuditPage page) {
        return page.events().stream().map(LoggedEvent::index).toList();
    }

    private List<Long> found(AuditQuery query) {
        return indices(search.find(query, 100));
    }

    private void threeEvents() {
        log.append("ann", "order.created", "ord-1", Map.of("note", "Buy the Bund"), "mifid2");
        log.append("bob", "order.approved", "ord-1", Map.of(), "mifid2", "sox");
        log.append(
                log.event("ann", "limit.changed", "book-7", Map.of()),
                event -> new AuditRecord(
                        event.id(),
                        event.time(),
                        event.actor(),
                        "risk-manager",
                        event.ip(),
                        event.action(),
                        event.resource(),
                        Outcome.DENIED,
                        "req-1",
                        event.tags(),
                        event.body()));
    }

    @Test
    void everyConditionFindsItsEvents() {
        threeEvents();

        assertThat(found(AuditQuery.all())).containsExactly(0L, 1L, 2L);
        assertThat(found(AuditQuery.all().actor("ann"))).containsExactly(0L, 2L);
        assertThat(found(AuditQuery.all().role("risk-manager"))).containsExactly(2L);
        assertThat(found(AuditQuery.all().action("order.approved"))).containsExactly(1L);
        assertThat(found(AuditQuery.all().action("order.*"))).containsExactly(0L, 1L);
        assertThat(found(AuditQuery.all().resource("ord-1"))).containsExactly(0L, 1L);
        assertThat(found(AuditQuery.all().correlation("req-1"))).containsExactly(2L);
        assertThat(found(AuditQuery.all().tag("mifid2").tag("sox"))).containsExactly(1L);
        assertThat(found(AuditQuery.all().outcome(Outcome.DENIED))).containsExactly(2L);
        assertThat(found(AuditQuery.all().text("BUND"))).containsExactly(0L);
        assertThat(found(AuditQuery.all().between(TestLog.START.plusSeconds(2), TestLog.START.plusSeconds(3))))
                .containsExactly(1L);
        assertThat(found(AuditQuery.all().actor("ann").resource("ord-1"))).containsExactly(0L);
        assertThat(found(AuditQuery.all().actor("nobody"))).isEmpty();
    }

    @Test
    void theNewestComeFirstIfThatIsAskedFor() {
        threeEvents();

        assertThat(found(AuditQuery.all().newestFirst())).containsExactly(2L, 1L, 0L);
        assertThat(found(AuditQuery.all().actor("ann").newestFirst())).containsExactly(2L, 0L);
    }

    @Test
    void pagesFollowOneAnotherAlsoWhileTheLogGrows() {
        log.filled(5);
        AuditPage first = search.find(AuditQuery.all(), 2);
        log.filled(1);
        AuditPage second = search.find(AuditQuery.all(), first.next().orElseThrow(), 10);

        assertThat(indices(first)).containsExactly(0L, 1L);
        assertThat(first.logSize()).isEqualTo(5);
        assertThat(indices(second)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(second.next()).isEmpty();
        assertThat(second.logSize()).isEqualTo(6);
    }

    @Test
    void aReaderMayHaveEnough() {
        log.filled(10);
        List<Long> seen = new ArrayList<>();

        long size = search.forEach(AuditQuery.all(), event -> {
            seen.add(event.index());
            return seen.size() < 3;
        });

        assertThat(seen).containsExactly(0L, 1L, 2L);
        assertThat(size).isEqualTo(10);
    }

    @Test
    void whatWasTakenOutOfTheLogIsNotFoundAndTheRestIs() {
        log.filled(3000);
        log.log.forgetEntries(1500);

        assertThat(search.find(AuditQuery.all(), 1).events().get(0).index()).isEqualTo(1500);
        assertThat(found(AuditQuery.all().resource("ord-1499"))).isEmpty();
        assertThat(found(AuditQuery.all().resource("ord-1500"))).containsExactly(1500L);
        assertThat(search.find(AuditQuery.all().newestFirst(), 10_000).events()).hasSize(1500);
        assertThat(found(AuditQuery.all().between(TestLog.START.plusSeconds(1501), TestLog.START.plusSeconds(1503))))
                .containsExactly(1500L, 1501L);
    }

    @Test
    void anEmptyLogHasNoAnswers() {
        assertThat(search.find(AuditQuery.all().newestFirst(), 5))
                .isEqualTo(new AuditPage(List.of(), OptionalLong.empty(), 0));
    }

    /** The index looks at whole seconds; what lies within one is told by the event itself. */
    @Test
    void aTimeIsExactToTheNanosecond() {
        log.append(log.event("ann", "a.b", "", Map.of()), event -> at(event, TestLog.START.plusNanos(999_999_999)));

        assertThat(found(AuditQuery.all().between(TestLog.START, TestLog.START.plusNanos(999_999_999))))
                .isEmpty();
        assertThat(found(AuditQuery.all().between(TestLog.START.plusNanos(999_999_999), TestLog.START.plusSeconds(1))))
                .containsExactly(0L);
    }

    private static AuditRecord at(AuditRecord event, Instant time) {
        return new AuditRecord(
                event.id(),
                time,
                event.actor(),
                event.role(),
                event.ip(),
                event.action(),
                event.resource(),
                event.outcome(),
                event.correlationId(),
                event.tags(),
                event.body());
    }

    @Test
    void aRowProvesItselfWithoutTheLog() {
        log.filled(20);
        ProvenEvent row = search.prove(7);

        assertThat(row.verified(TestLog.ORIGIN, log.keys).record().resource()).isEqualTo("ord-7");

        ProvenEvent forged =
                new ProvenEvent(row.entry().replace("ord-7", "ord-8"), row.proof(), row.signedCheckpoint());
        assertThatThrownBy(() -> forged.verified(TestLog.ORIGIN, log.keys)).isInstanceOf(ProofRejected.class);
        TrustedKeys others = TrustedKeys.of(Ed25519Signer.ofSeed(TestLog.ORIGIN, new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
                })
                .verifier());
        assertThatThrownBy(() -> row.verified(TestLog.ORIGIN, others))
                .isInstanceOf(io.bondtrader.security.error.SignatureRejected.class);
    }

    @Test
    void nonsenseIsRefused() {
        log.filled(1);
        assertThatThrownBy(() -> search.find(AuditQuery.all(), 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> search.find(AuditQuery.all(), 10_001)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> search.find(AuditQuery.all(), 1, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> search.find(AuditQuery.all(), -1, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> search.prove(1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> search.prove(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditQuery.all().actor(" ")).isInstanceOf(InvalidInput.class);
        String half = "\ud800";
        assertThatThrownBy(() -> AuditQuery.all().actor(half)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditQuery.all().tag(half)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditQuery.all().text(half)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditQuery.all().tag("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditQuery.all().text("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditQuery.all().action("*.created")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditQuery.all().between(TestLog.START, TestLog.START.minusNanos(1)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void manySearchWhileOneAppends() throws Exception {
        log.filled(200);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> {
                    AuditPage page = search.find(AuditQuery.all().actor("ann").newestFirst(), 10_000);
                    return page.events().size() == page.logSize();
                }));
                log.filled(20);
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Against the plainest of searches: every event is looked at. */
    @Property(tries = 150)
    void aSearchFindsWhatReadingEverythingFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 2500) int events,
            @ForAll @IntRange(min = 1, max = 400) int limit) {
        SplittableRandom random = new SplittableRandom(seed);
        TestLog random1 = new TestLog();
        List<AuditRecord> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            AuditRecord event = at(
                    random1.event(
                            "actor-" + random.nextInt(4),
                            List.of("order.created", "order.cancelled", "limit.changed")
                                    .get(random.nextInt(3)),
                            random.nextBoolean() ? "" : "thing-" + random.nextInt(50),
                            Map.of("n", random.nextInt(10)),
                            random.nextBoolean() ? new String[] {"sox"} : new String[0]),
                    // Clocks of several machines: nearly in order, not quite.
                    TestLog.START.plusSeconds(i + random.nextInt(-30, 31)));
            all.add(event);
        }
        if (!all.isEmpty()) {
            random1.log.append(all).join();
        }
        AuditQuery query = query(random, events);

        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            if (query.matches(all.get(i))) {
                expected.add((long) i);
            }
        }
        if (query.newestFirst) {
            Collections.reverse(expected);
        }
        AuditSearch over = AuditSearch.over(random1.log);
        List<Long> found = new ArrayList<>();
        AuditPage page = over.find(query, limit);
        found.addAll(indices(page));
        while (page.next().isPresent()) {
            page = over.find(query, page.next().getAsLong(), limit);
            found.addAll(indices(page));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static AuditQuery query(SplittableRandom random, int events) {
        AuditQuery query = AuditQuery.all();
        query = random.nextInt(3) == 0 ? query.actor("actor-" + random.nextInt(5)) : query;
        query = random.nextInt(3) == 0 ? query.action(random.nextBoolean() ? "order.*" : "limit.changed") : query;
        query = random.nextInt(4) == 0 ? query.resource("thing-" + random.nextInt(50)) : query;
        query = random.nextInt(3) == 0 ? query.tag("sox") : query;
        query = random.nextInt(4) == 0 ? query.text("\"n\":" + random.nextInt(10)) : query;
        if (random.nextBoolean()) {
            int from = random.nextInt(events + 1);
            query = query.between(
                    TestLog.START.plusSeconds(from), TestLog.START.plusSeconds(from + random.nextInt(events + 1)));
        }
        return random.nextBoolean() ? query.newestFirst() : query;
    }

    @Test
    void aQuerySaysItsConditionsAsJson() {
        AuditQuery query = AuditQuery.all()
                .actor("ann")
                .action("order.*")
                .tag("sox")
                .outcome(Outcome.DENIED)
                .text("Bund")
                .between(TestLog.START, TestLog.START.plusSeconds(60));

        assertThat(query.toJson())
                .isEqualTo(CanonicalJson.of(Map.of(
                        "actor",
                        "ann",
                        "action",
                        "order.*",
                        "tags",
                        new TreeSet<>(List.of("sox")),
                        "outcome",
                        "DENIED",
                        "text",
                        "bund",
                        "from",
                        "2026-03-02T08:00:00Z",
                        "until",
                        "2026-03-02T08:01:00Z")));
    }
}
