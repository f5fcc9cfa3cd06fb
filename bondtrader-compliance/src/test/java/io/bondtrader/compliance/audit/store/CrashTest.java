package io.bondtrader.compliance.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.audit.verify.LogVerifier;
import io.bondtrader.compliance.audit.verify.Verdict;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any instant loses nothing that it acknowledged. */
final class CrashTest {

    private static final int KILLS = Integer.getInteger("audit.crash.kills", 30);
    private static final long SEED = Long.getLong("audit.crash.seed", 20261122L);

    /** Logs are begun anew after some kills, so that their opening stays quick. */
    private static final int KILLS_OF_ONE_LOG = 15;

    @TempDir
    private Path temporary;

    @Test
    void noAcknowledgedEventIsLostAndNoBadTailIsAccepted() throws Exception {
        Random random = new Random(SEED);
        Map<Long, Long> acknowledged = new TreeMap<>();
        long number = 0;
        int torn = 0;
        Path folder = temporary;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % KILLS_OF_ONE_LOG == 0) {
                folder = temporary.resolve("log-" + kill);
                acknowledged.clear();
                number = 0;
            }
            Map<Long, Long> told = run(folder, number, random);
            acknowledged.putAll(told);
            number = 1_000_000L * (kill + 1);

            Verdict found = LogVerifier.trusting(
                            Samples.ORIGIN, List.of(Samples.signer().verifier()))
                    .directory(folder)
                    .verdict();
            assertThat(found).as("kill %d of seed %d", kill, SEED).isIn(Verdict.WHOLE, Verdict.TORN_TAIL);
            torn += check(folder, acknowledged, kill);
        }
        // Nothing is asked of how many were torn: that is for the machine's moment to say.
        assertThat(torn).isBetween(0, KILLS);
    }

    private static int check(Path folder, Map<Long, Long> acknowledged, int kill) {
        try (DurableAuditLog log = LogFolders.open(folder)) {
            long size = log.recovery().size();
            acknowledged.forEach((index, event) -> {
                assertThat(index).as("kill %d of seed %d", kill, SEED).isLessThan(size);
                log.read(
                        index,
                        index + 1,
                        logged -> assertThat(logged.record().resource())
                                .as("event %d after kill %d of seed %d", index, kill, SEED)
                                .isEqualTo(Long.toString(event)));
            });
            return log.recovery().wasTorn() ? 1 : 0;
        }
    }

    /** Starts the writer, lets it write for a while, kills it, and returns what it told before. */
    private static Map<Long, Long> run(Path folder, long number, Random random) throws IOException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        folder.toString(),
                        Long.toString(number))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<Long, Long> told = new TreeMap<>();
        try (DataInputStream pipe = new DataInputStream(writer.getInputStream())) {
            // From the first acknowledgement on, so that the kill falls under load.
            int killAfter = 1 + random.nextInt(600);
            boolean alive = true;
            while (true) {
                told.put(pipe.readLong(), pipe.readLong());
                if (alive && told.size() >= killAfter) {
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(3_000)));
                    // Not the process's own method: it closes the pipe, and what was told last would be lost.
                    writer.toHandle().destroyForcibly();
                    alive = false;
                }
            }
        } catch (EOFException killed) {
            return told;
        } finally {
            writer.destroyForcibly().onExit().join();
        }
    }
}
