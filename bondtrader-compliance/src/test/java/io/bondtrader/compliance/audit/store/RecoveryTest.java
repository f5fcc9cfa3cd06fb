package io.bondtrader.compliance.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.error.LogDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A torn end is cut and told; anything else that does not fit is refused. */
final class RecoveryTest {

    @TempDir
    private Path temporary;

    /** Three commits; returns where each ends in the file. */
    private long[] write(Path folder) throws IOException {
        EventIds ids = Samples.ids();
        long[] ends = new long[3];
        try (DurableAuditLog log = LogFolders.open(folder)) {
            for (int i = 0; i < 3; i++) {
                log.append(Samples.orders(ids, i * 2, i * 2 + 2)).join();
                ends[i] = Files.size(LogFolders.segments(folder).get(0));
            }
        }
        return ends;
    }

    @Test
    void anEndThatIsTornAtAnyByteIsCutToTheCommitBefore() throws IOException {
        Path folder = temporary.resolve("log");
        long[] ends = write(folder);
        byte[] whole = Files.readAllBytes(LogFolders.segments(folder).get(0));
        Path file = LogFolders.segments(folder).get(0);
        for (int cut = (int) ends[1] + 1; cut < ends[2]; cut += cut < ends[1] + 40 ? 1 : 13) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertCut(folder, cut - ends[1]);
        }
        // Torn in the middle, and what was not written reads as zeros.
        for (int cut = (int) ends[1] + 1; cut < ends[2] - 1; cut += 97) {
            byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, cut), (int) ends[2]);
            Files.write(file, zeros);
            assertCut(folder, ends[2] - ends[1]);
        }
    }

    private static void assertCut(Path folder, long bytes) throws IOException {
        try (DurableAuditLog log = LogFolders.open(folder)) {
            assertThat(log.recovery()).isEqualTo(new RecoveryReport(4, bytes, 0));
            log.append(Samples.order(Samples.ids(), 9)).join();
            List<LoggedEvent> read = new ArrayList<>();
            log.read(4, 6, read::add);
            assertThat(read.get(0).record().action()).isEqualTo("audit.log.recovered");
            assertThat(read.get(0).record().body().text()).contains("\"cutBytes\":" + bytes);
            assertThat(read.get(1).record().resource()).isEqualTo("order-9");
        }
        assertThat(folder.resolve("torn").resolve("4-" + bytes + ".bin")).hasSize(bytes);
    }

    @Test
    void aNewFileWithoutItsHeaderIsBegunAnew() throws IOException {
        Path folder = temporary.resolve("log");
        write(folder);
        for (byte[] begun : new byte[][] {new byte[0], new byte[17], new byte[48]}) {
            Files.write(folder.resolve("segments/0000000000000000006.log"), begun);
            try (DurableAuditLog log = LogFolders.open(folder)) {
                assertThat(log.recovery().size()).isEqualTo(6);
                assertThat(log.recovery().wasTorn()).isTrue();
            }
            // What the log wrote of it, so that the next round finds six events again.
            byte[] bytes = Files.readAllBytes(LogFolders.segments(folder).get(0));
            LogFolders.delete(folder);
            write(folder);
            assertThat(bytes).isNotEmpty();
        }
    }

    @Test
    void aChangeBeforeTheEndIsRefusedWithItsFirstBadIndex() throws IOException {
        Path folder = temporary.resolve("log");
        long[] ends = write(folder);
        Path file = LogFolders.segments(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 48; at < ends[1]; at += 29) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            long frame = at < ends[0] ? 0 : 2;
            assertThatThrownBy(() -> LogFolders.open(folder))
                    .isInstanceOf(LogDamaged.class)
                    .hasMessageContaining("first bad index")
                    .hasMessageMatching("(?s).*first bad index (" + frame + "|" + (frame + 1) + ").*");
            assertThat(Files.readAllBytes(file)).isEqualTo(changed);
        }
    }

    @Test
    void aWholeCommitAtTheEndThatDoesNotVerifyIsNoTornWrite() throws IOException {
        Path folder = temporary.resolve("log");
        long[] ends = write(folder);
        Path file = LogFolders.segments(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        // The second commit once more at the end: whole, and in the wrong place.
        byte[] twice = Arrays.copyOf(whole, (int) (ends[2] + ends[1] - ends[0]));
        System.arraycopy(whole, (int) ends[0], twice, (int) ends[2], (int) (ends[1] - ends[0]));
        Files.write(file, twice);
        assertThatThrownBy(() -> LogFolders.open(folder)).isInstanceOf(LogDamaged.class);
    }

    @Test
    void theEndOfAFileThatOthersFollowIsNeverCut() throws IOException {
        Path folder = temporary.resolve("log");
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = LogFolders.describe(folder)
                .commits(CommitPolicy.standard().withSegmentBytes(100))
                .open(Samples.CLOCK, LogFolders.RANDOM)) {
            log.append(Samples.orders(ids, 0, 2)).join();
            log.append(Samples.orders(ids, 2, 4)).join();
        }
        Path file = LogFolders.segments(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> LogFolders.open(folder).close())
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("first bad index 0");
        assertThat(file).hasSize(whole.length - 1);
    }

    /** Only the last file may lack its header. */
    @Test
    void aFileInTheMiddleWithoutItsHeaderIsDamage() throws IOException {
        Path folder = temporary.resolve("log");
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = LogFolders.describe(folder)
                .commits(CommitPolicy.standard().withSegmentBytes(100))
                .open(Samples.CLOCK, LogFolders.RANDOM)) {
            for (int i = 0; i < 3; i++) {
                log.append(Samples.orders(ids, 2 * i, 2 * i + 2)).join();
            }
        }
        List<Path> files = LogFolders.segments(folder);
        assertThat(files).hasSizeGreaterThan(2);
        Files.write(files.get(1), new byte[17]);
        assertThatThrownBy(() -> LogFolders.open(folder).close())
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("first bad index 2");
        assertThat(LogFolders.segments(folder)).isEqualTo(files);
    }

    @Test
    void anEndThatWasPublishedIsNeverCut() throws IOException {
        Path folder = temporary.resolve("log");
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = LogFolders.open(folder)) {
            log.append(Samples.orders(ids, 0, 2)).join();
            log.append(Samples.orders(ids, 2, 4)).join();
            log.publish();
        }
        Path file = LogFolders.segments(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> LogFolders.open(folder))
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("first bad index 2");
        Files.delete(file);
        assertThatThrownBy(() -> LogFolders.open(folder))
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("first bad index 0");
    }
}
