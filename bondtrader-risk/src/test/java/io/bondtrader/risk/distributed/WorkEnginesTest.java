package io.bondtrader.risk.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.contract.WorkEngineContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class WorkEnginesTest {

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @AfterAll
    static void close() {
        THREADS.shutdown();
    }

    @Nested
    final class OnTheCallingThread extends WorkEngineContract {
        @Override
        protected WorkEngine engine() {
            return WorkEngine.onThreads(Parallelism.callingThread());
        }
    }

    @Nested
    final class OnTwoThreads extends WorkEngineContract {
        @Override
        protected WorkEngine engine() {
            return WorkEngine.onThreads(Parallelism.on(THREADS, 2));
        }
    }

    /** Tasks and answers are written to bytes and read again, and partitions are done last first: as far away as can be. */
    @Nested
    final class ThroughBytes extends WorkEngineContract {
        @Override
        protected WorkEngine engine() {
            return new WorkEngine() {
                @Override
                public <R extends Serializable> List<R> run(PartitionedWork<R> work) {
                    List<R> answers = new ArrayList<>();
                    for (int partition = work.partitions() - 1; partition >= 0; partition--) {
                        PartitionTask<R> task = travelled(work.task());
                        answers.add(0, travelled(task.run(partition)));
                    }
                    return answers;
                }
            };
        }
    }

    @SuppressWarnings("unchecked")
    static <T> T travelled(T object) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void seedsOfPartitionsDiffer() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToLong(partition -> PartitionedWork.seedOf(7, partition))
                        .distinct())
                .hasSize(10_000);
        assertThat(PartitionedWork.seedOf(7, 1)).isNotEqualTo(PartitionedWork.seedOf(8, 0));
    }

    @Test
    void workCanBeCalledOff() {
        WorkEngine engine = WorkEngine.onThreads(Parallelism.callingThread().cancelledBy(() -> true));
        PartitionedWork<Integer> work = new PartitionedWork<>("long", 10, partition -> partition);

        assertThatThrownBy(() -> engine.run(work)).isInstanceOf(CancellationException.class);
        assertThat(engine).hasToString("WorkEngine[Parallelism[1 thread]]");
    }

    @Test
    void workWithoutNameOrPartitionIsRefused() {
        assertThatThrownBy(() -> new PartitionedWork<>(" ", 1, partition -> 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PartitionedWork<>("w", 0, partition -> 1)).isInstanceOf(InvalidInput.class);
    }
}
