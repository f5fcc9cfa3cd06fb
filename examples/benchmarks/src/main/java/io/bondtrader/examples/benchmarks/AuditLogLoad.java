package io.bondtrader.examples.benchmarks;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.store.DurableAuditLog;
import io.bondtrader.compliance.audit.verify.LogVerifier;
import io.bondtrader.compliance.audit.verify.Verification;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.signing.Ed25519Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * What the audit log costs: {@code examples/run benchmarks audit [EVENTS]}. The claims under test: at most 5 µs of processor
 * time for an event of half a kilobyte in commits of 1,024 and more, everything from the record on; with 256 producers at
 * least 60 % of what a bare loop of the same writes and forces does; an inclusion proof at a million events in at most
 * 50 µs; an offline verification of at least 400,000 events a second on one core.
 */
final class AuditLogLoad {

    private static final String ORIGIN = "benchmark.example/audit";
    private static final int LIST = 2_048;
    private static final int PRODUCERS = 256;
    private static final long SECONDS = 4;

    private final InstantSource clock = InstantSource.system();
    private final EventIds ids = EventIds.of(clock, new SecureRandom());
    private final Ed25519Signer signer = Ed25519Signer.generate(ORIGIN, new SecureRandom());
    private final IpAddress address = IpAddress.parse("10.1.2.3");

    private AuditLogLoad() {}

    static void run(String[] arguments) throws IOException, InterruptedException {
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Path folder = Files.createTempDirectory("audit-load");
        try {
            new AuditLogLoad().measure(folder, events);
        } finally {
            delete(folder);
        }
    }

    private void measure(Path folder, int events) throws IOException, InterruptedException {
        Path path = folder.resolve("log");
        try (DurableAuditLog log = open(path)) {
            append(log, 200_000); // warms up
            long before = processorNanos();
            append(log, events);
            say("processor time of an event, commits of %d: %.2f us", LIST, (processorNanos() - before) / 1e3 / events);
            say("length of an event: %d bytes", log.entry(0).length);
            proofs(log, 20_000);
            say("inclusion proof at %d events: %.1f us", log.checkpoint().size(), proofs(log, 50_000));
            log.publish();
        }
        LogVerifier verifier = LogVerifier.trusting(ORIGIN, List.of(signer.verifier()));
        for (int round = 0; round < 3; round++) {
            long before = threadNanos();
            Verification found = verifier.directory(path);
            double seconds = (threadNanos() - before) / 1e9;
            say("verification, %s: %.0f events/s", found.verdict(), found.size() / seconds);
        }
        for (int round = 0; round < 3; round++) {
            double raw = new RawLoop(folder.resolve("raw-" + round), 600).perSecond();
            Path other = folder.resolve("group-" + round);
            double signed;
            try (DurableAuditLog log = open(other)) {
                // As the bare loop has its bytes, this has its record: what is measured begins at append.
                AuditRecord record = event(7);
                signed = produce(() -> log.append(record).join());
            }
            say("%d producers: raw %.0f/s, log %.0f/s, %.0f %%", PRODUCERS, raw, signed, 100 * signed / raw);
        }
    }

    private DurableAuditLog open(Path path) {
        return DurableAuditLog.in(path, ORIGIN, signer).open(clock, new SecureRandom());
    }

    private void append(DurableAuditLog log, int events) {
        List<CompletableFuture<Long>> pending = new ArrayList<>();
        for (int i = 0; i < events; i += LIST) {
            List<AuditRecord> list = new ArrayList<>(LIST);
            for (int j = 0; j < LIST; j++) {
                list.add(event(i + j));
            }
            pending.add(log.append(list));
        }
        pending.forEach(CompletableFuture::join);
    }

    private AuditRecord event(int number) {
        return new AuditRecord(
                ids.next(),
                Instant.ofEpochMilli(1_763_625_600_000L + number),
                "trader-" + number % 50,
                "rates-trader",
                address,
                "order.executed",
                "order-" + number,
                Outcome.SUCCESS,
                "request-" + number,
                new TreeSet<>(List.of("mar", "mifid2")),
                CanonicalJson.of(Map.of(
                        "isin", "DE0001102580",
                        "side", "BUY",
                        "nominal", "1000000.00",
                        "price", 98.5 + number % 64 / 8.0,
                        "venue", "XFRA",
                        "counterparty", "549300EXAMPLELEI0042",
                        "comment", "x".repeat(120))));
    }

    private static double proofs(DurableAuditLog log, int count) {
        SplittableRandom random = new SplittableRandom(1);
        long size = log.checkpoint().size();
        long before = threadNanos();
        long hashes = 0;
        for (int i = 0; i < count; i++) {
            hashes += log.inclusion(random.nextLong(size), size).path().size();
        }
        double micros = (threadNanos() - before) / 1e3 / count;
        if (hashes > 64L * count) {
            throw new IllegalStateException("proofs are longer than trees are deep");
        }
        return micros;
    }

    /** So many producers, each waiting until its event is durable; acknowledgements a second. */
    private static double produce(Runnable append) throws InterruptedException {
        LongAdder acknowledged = new LongAdder();
        long start = System.nanoTime();
        long warm = start + 1_000_000_000L;
        long end = warm + SECONDS * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            Thread thread = new Thread(() -> {
                for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                    append.run();
                    if (now > warm) {
                        acknowledged.increment();
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return acknowledged.sum() / (double) SECONDS;
    }

    /** Group commit of bytes: one write and one force for all that wait, and nothing else. */
    private static final class RawLoop {

        private final Path file;
        private final byte[] record;
        private List<CompletableFuture<Long>> waiting = new ArrayList<>();
        private boolean ended;

        RawLoop(Path file, int length) {
            this.file = file;
            this.record = new byte[length];
        }

        double perSecond() throws InterruptedException {
            Thread committer = new Thread(this::commit);
            committer.start();
            double rate = produce(() -> append().join());
            end();
            committer.join();
            return rate;
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        private synchronized CompletableFuture<Long> append() {
            CompletableFuture<Long> done = new CompletableFuture<>();
            waiting.add(done);
            notifyAll();
            return done;
        }

        private synchronized List<CompletableFuture<Long>> take() throws InterruptedException {
            while (waiting.isEmpty() && !ended) {
                wait();
            }
            List<CompletableFuture<Long>> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        }

        private void commit() {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.allocate(record.length * PRODUCERS * 2);
                for (List<CompletableFuture<Long>> taken = take(); !taken.isEmpty(); taken = take()) {
                    buffer.clear();
                    taken.forEach(done -> buffer.put(record));
                    buffer.flip();
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                    channel.force(false);
                    taken.forEach(done -> done.complete(0L));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** All threads, the compiler's and the collector's too. */
    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
