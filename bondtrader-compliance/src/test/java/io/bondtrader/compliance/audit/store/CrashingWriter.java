package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.core.audit.CanonicalJson;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The program that {@link CrashTest} kills: 64 producers append as fast as they are acknowledged, and tell every
 * acknowledgement on standard output, 16 bytes each: place and number of the event.
 */
final class CrashingWriter {

    private static final int PRODUCERS = 64;
    private static final int RECORD = 16;

    private CrashingWriter() {}

    /** Arguments: the folder, and the number of the first event. */
    public static void main(String[] arguments) {
        DurableAuditLog log = DurableAuditLog.in(Path.of(arguments[0]), Samples.ORIGIN, Samples.signer())
                .commits(CommitPolicy.standard().withSegmentBytes(1 << 18))
                .open(Samples.CLOCK, new SecureRandom());
        AtomicLong numbers = new AtomicLong(Long.parseLong(arguments[1]));
        EventIds ids = EventIds.of(Samples.CLOCK, new SecureRandom());
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; i < PRODUCERS; i++) {
            Thread producer = new Thread(() -> produce(log, numbers, ids, out));
            producer.setDaemon(i > 0);
            producer.start();
        }
        Thread publisher = new Thread(() -> {
            while (true) {
                log.publish();
            }
        });
        publisher.setDaemon(true);
        publisher.start();
    }

    private static void produce(DurableAuditLog log, AtomicLong numbers, EventIds ids, FileOutputStream out) {
        while (true) {
            long number = numbers.getAndIncrement();
            long index = log.append(event(ids, number)).join();
            byte[] told =
                    ByteBuffer.allocate(RECORD).putLong(index).putLong(number).array();
            try {
                // One write of a few bytes to a pipe is whole or not there.
                out.write(told);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    static AuditRecord event(EventIds ids, long number) {
        return new AuditRecord(
                ids.next(),
                Samples.START,
                "producer",
                "",
                null,
                "order.entered",
                Long.toString(number),
                Outcome.SUCCESS,
                "",
                new TreeSet<>(),
                CanonicalJson.of(Map.of("note", "x".repeat((int) (number % 300)))));
    }
}
