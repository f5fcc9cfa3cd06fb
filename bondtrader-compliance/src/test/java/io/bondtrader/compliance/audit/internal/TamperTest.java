package io.bondtrader.compliance.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.audit.store.DurableAuditLog;
import io.bondtrader.compliance.audit.verify.LogVerifier;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.audit.verify.Verification;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.HashValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is changed in a log of 100,000 events is found, at the first event that is not as it was signed.
 *
 * <p>A walk over the whole log for each of 10,000 changes would take an hour. The bytes before a change are those of the
 * whole log, so each trial goes on from where a walk over it stood before the frame that is changed, with the same reader
 * and the same walk as the verifier's; that the verifier, run over the whole folder, says the same, is seen on a sample.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TamperTest {

    private static final int EVENTS = 100_000;
    private static final int TRIALS = Integer.getInteger("audit.tamper.trials", 10_000);
    private static final int WHOLE = Integer.getInteger("audit.tamper.whole", 10);
    private static final long SEED = Long.getLong("audit.tamper.seed", 20261122L);

    private Path temporary = Path.of("");
    private Path folder = Path.of("");
    private Path segment = Path.of("");
    private byte[] bytes = new byte[0];
    private final List<Start> frames = new ArrayList<>();
    private TileTree tiles = new TileTree(folder, 0);

    /** A frame and where a walk stands before it. */
    private record Start(int position, int end, LogWalk.Place place) {}

    /** What a change makes of a frame, and the first event that is not as it was. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Change(Start start, byte[] frame, long firstBad, String what) {}

    @BeforeAll
    void writeALogWhoseKeyIsReplaced(@TempDir Path shared) throws IOException {
        temporary = shared;
        folder = temporary.resolve("log");
        Random random = new Random(SEED);
        EventIds ids = Samples.ids();
        Ed25519Signer next = Samples.signer(Samples.ORIGIN, 9);
        try (DurableAuditLog log =
                DurableAuditLog.in(folder, Samples.ORIGIN, Samples.signer()).open(Samples.CLOCK, new SecureRandom())) {
            long size = 0;
            int changes = 0;
            while (size < EVENTS) {
                int count = (int) Math.min(EVENTS - size, 1 + random.nextInt(random.nextInt(4) == 0 ? 600 : 60));
                log.append(Samples.orders(ids, (int) size, (int) size + count)).join();
                size += count;
                if (changes == 0 && size > EVENTS / 3) {
                    log.addKey(next, "officer").join();
                    changes++;
                    size++;
                } else if (changes == 1 && size > EVENTS / 2) {
                    log.retireKey(Samples.signer().verifier(), "officer").join();
                    changes++;
                    size++;
                }
            }
            log.publish();
            assertThat(log.checkpoint().size()).isBetween((long) EVENTS, EVENTS + 2L);
            tiles = new TileTree(folder, log.checkpoint().size());
            assertThat(HashValue.of(tiles.root(tiles.size())))
                    .isEqualTo(log.checkpoint().root());
        }
        segment = FrameReader.segments(folder).get(0);
        bytes = Files.readAllBytes(segment);
        LogWalk walk = new LogWalk(
                Samples.ORIGIN, List.of(Samples.signer().verifier()), (index, b, o, l, leaf) -> {}, size -> true);
        try (FrameReader reader = FrameReader.open(segment, Frame.FILE_HEADER)) {
            int position = Frame.FILE_HEADER;
            while (reader.next() == FrameReader.Found.FRAME) {
                LogWalk.Place place = walk.place();
                assertThat(walk.accept(reader)).isEmpty();
                frames.add(new Start(position, (int) reader.position(), place));
                position = (int) reader.position();
            }
        }
        assertThat(walk.size()).isEqualTo(tiles.size());
    }

    @AfterAll
    void forget() {
        bytes = new byte[0];
    }

    private Verification verify() {
        return LogVerifier.trusting(Samples.ORIGIN, List.of(Samples.signer().verifier()))
                .directory(folder);
    }

    @Test
    void theLogIsWholeAcrossTheReplacementOfItsKey() {
        assertThat(verify().verdict()).isEqualTo(Verdict.WHOLE);
    }

    @Test
    void everyChangeIsFoundAtTheFirstEventThatIsNotAsItWasSigned() throws IOException {
        Random random = new Random(SEED + 1);
        Path changed = temporary.resolve("changed.log");
        for (int trial = 0; trial < TRIALS; trial++) {
            Start start = frames.get(random.nextInt(frames.size()));
            Change change = change(trial % 5, start, random);
            try (FileChannel channel = FileChannel.open(
                    changed,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(change.frame()));
            }
            assertThat(firstBad(changed, start))
                    .as("trial %d of seed %d: %s in the frame at %d", trial, SEED, change.what(), start.position())
                    .isEqualTo(change.firstBad());
        }
    }

    /** As the verifier goes through a segment, from the frame on. */
    private long firstBad(Path changed, Start start) throws IOException {
        LogWalk walk = LogWalk.from(Samples.ORIGIN, start.place(), index -> Optional.of(tiles.leaf(index)));
        try (FrameReader reader = FrameReader.open(changed, 0)) {
            FrameReader.Found found = reader.next();
            return switch (found) {
                case BROKEN -> walk.size();
                case END -> walk.size(); // cut off, and more was published
                case FRAME -> walk.accept(reader).map(LogWalk.Flaw::index).orElse(-1L);
            };
        }
    }

    @Test
    void theVerifierSaysTheSameOfTheWholeFolder() throws IOException {
        Random random = new Random(SEED + 2);
        for (int trial = 0; trial < WHOLE; trial++) {
            Start start = frames.get(random.nextInt(frames.size()));
            Change change = change(trial % 5, start, random);
            byte[] whole = new byte[start.position() + change.frame().length + bytes.length - start.end()];
            System.arraycopy(bytes, 0, whole, 0, start.position());
            System.arraycopy(change.frame(), 0, whole, start.position(), change.frame().length);
            boolean cut = change.what().startsWith("cut");
            System.arraycopy(
                    bytes, start.end(), whole, start.position() + change.frame().length, bytes.length - start.end());
            Files.write(segment, cut ? Arrays.copyOf(whole, start.position() + change.frame().length) : whole);

            Verification found = verify();
            Files.write(segment, bytes);
            assertThat(found.verdict()).as(change.what()).isEqualTo(Verdict.DAMAGED);
            assertThat(found.firstBadIndex())
                    .as("%s: %s", change.what(), found.findings())
                    .hasValue(change.firstBad());
            assertThat(found.size()).isLessThanOrEqualTo(change.firstBad());
        }
    }

    private Change change(int kind, Start start, Random random) {
        byte[] frame = Arrays.copyOfRange(bytes, start.position(), start.end());
        List<byte[]> entries = entries(frame);
        long first = start.place().frontier().size();
        int chosen = random.nextInt(entries.size());
        List<byte[]> others = new ArrayList<>(entries);
        switch (kind) {
            case 0 -> {
                int bit = random.nextInt(frame.length * 8);
                frame[bit / 8] ^= (byte) (1 << (bit % 8));
                return new Change(start, frame, first + entryAt(entries, bit / 8), "flip of bit " + bit);
            }
            case 1 -> {
                Start other = frames.get(random.nextInt(frames.size()));
                List<byte[]> there = entries(Arrays.copyOfRange(bytes, other.position(), other.end()));
                int place = random.nextInt(there.size());
                if (Arrays.equals(there.get(place), entries.get(chosen))) {
                    return change(0, start, random);
                }
                // The other half of the swap stands elsewhere; if it stands before, this is the mirror image.
                others.set(chosen, there.get(place));
                return new Change(start, seal(start, frame, others), first + chosen, "swap");
            }
            case 2 -> {
                others.remove(chosen);
                return new Change(start, seal(start, frame, others), first + chosen, "deletion");
            }
            case 3 -> {
                byte[] cut = Arrays.copyOf(frame, random.nextInt(frame.length));
                return new Change(start, cut, first, "cut to " + cut.length);
            }
            default -> {
                int place = random.nextInt(entries.size() + 1);
                byte[] forged = entries.get(chosen).clone();
                if (random.nextBoolean() && place > 0) {
                    // One that follows the entry before it, as somebody who knows the format would write it.
                    forged = follow(forged, entries.get(place - 1));
                }
                others.add(place, forged);
                int moved = place;
                while (moved < entries.size() && Arrays.equals(forged, entries.get(moved))) {
                    moved++; // the same entry once more: the second one is the one too many
                }
                return new Change(start, seal(start, frame, others), first + moved, "insertion at " + place);
            }
        }
    }

    private static byte[] follow(byte[] entry, byte[] before) {
        String text = new String(entry, java.nio.charset.StandardCharsets.UTF_8);
        int at = text.indexOf("\"previous\":\"") + 12;
        String hash = HashValue.ofRecord(before).toBase64();
        return (text.substring(0, at) + hash + text.substring(at + 44))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The entry that a byte of a frame belongs to; what belongs to none counts for the first. */
    private static int entryAt(List<byte[]> entries, int offset) {
        int at = Frame.HEADER;
        for (int i = 0; i < entries.size(); i++) {
            if (offset >= at && offset < at + 2 + entries.get(i).length) {
                return i;
            }
            at += 2 + entries.get(i).length;
        }
        return 0;
    }

    private static List<byte[]> entries(byte[] frame) {
        ByteBuffer view = ByteBuffer.wrap(frame);
        List<byte[]> entries = new ArrayList<>();
        int at = Frame.HEADER;
        for (int i = 0; i < view.getInt(4); i++) {
            int length = view.getShort(at) & 0xffff;
            entries.add(Arrays.copyOfRange(frame, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return entries;
    }

    /** A frame with other entries, whose lengths and checksums fit: only hashes and signatures can tell. */
    private static byte[] seal(Start start, byte[] frame, List<byte[]> entries) {
        ByteBuffer view = ByteBuffer.wrap(frame);
        int noteLength = view.getInt(12);
        int body = entries.stream().mapToInt(entry -> 2 + entry.length).sum();
        byte[] sealed = new byte[Frame.HEADER + body + noteLength];
        ByteBuffer out = ByteBuffer.wrap(sealed);
        out.position(Frame.HEADER);
        entries.forEach(entry -> out.putShort((short) entry.length).put(entry));
        out.put(frame, frame.length - noteLength, noteLength);
        Frame.seal(
                sealed,
                entries.size(),
                body,
                noteLength,
                start.place().frontier().size());
        return sealed;
    }
}
