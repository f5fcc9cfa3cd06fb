package io.bondtrader.risk.distributed;

import io.bondtrader.core.parallel.Parallelism;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Runs partitions on the threads of a {@link Parallelism}. */
final class ThreadEngine implements WorkEngine {

    private final Parallelism parallelism;

    ThreadEngine(Parallelism parallelism) {
        this.parallelism = parallelism;
    }

    @Override
    public <R extends Serializable> List<R> run(PartitionedWork<R> work) {
        AtomicReferenceArray<R> answers = new AtomicReferenceArray<>(work.partitions());
        parallelism.forEachChunk(work.partitions(), 1, (chunk, from, to) -> {
            for (int partition = from; partition < to; partition++) {
                answers.set(partition, Objects.requireNonNull(work.task().run(partition), "answer of a partition"));
            }
        });
        List<R> inOrder = new ArrayList<>(work.partitions());
        for (int partition = 0; partition < work.partitions(); partition++) {
            inOrder.add(answers.get(partition));
        }
        return List.copyOf(inOrder);
    }

    /** {@return the threads it runs on} */
    @Override
    public String toString() {
        return "WorkEngine[" + parallelism + "]";
    }
}
