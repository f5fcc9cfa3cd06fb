package io.bondtrader.risk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.distributed.PartitionedWork;
import io.bondtrader.risk.distributed.WorkEngine;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link WorkEngine} promises. An implementation's test extends this and says how its engine is made. */
public abstract class WorkEngineContract {

    /** Makes an engine that is ready to work. */
    protected abstract WorkEngine engine();

    @Test
    public void answersComeInTheOrderOfPartitions() {
        List<Integer> answers = engine().run(new PartitionedWork<>("squares", 200, partition -> partition * partition));

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 200).mapToObj(p -> p * p).toList());
    }

    @Test
    public void randomSumsHaveTheSameBitsAsOneAfterTheOther() {
        PartitionedWork<Double> work = new PartitionedWork<>("sums", 64, partition -> {
            SplittableRandom random = new SplittableRandom(PartitionedWork.seedOf(42, partition));
            return IntStream.range(0, 1000)
                    .mapToDouble(i -> random.nextDouble() - 0.5)
                    .sum();
        });
        double sum = 0;
        for (double answer : engine().run(work)) {
            sum += answer;
        }
        double alone = 0;
        for (int partition = 0; partition < 64; partition++) {
            alone += work.task().run(partition);
        }

        assertThat(sum).isEqualTo(alone);
    }

    @Test
    public void onePartitionIsWorkToo() {
        assertThat(engine().run(new PartitionedWork<>("one", 1, partition -> "done")))
                .containsExactly("done");
    }

    @Test
    public void theFailureOfAPartitionFailsTheWork() {
        WorkEngine engine = engine();
        PartitionedWork<Integer> work = new PartitionedWork<>("failing", 20, partition -> {
            if (partition == 13) {
                throw new MissingData("history of partition 13");
            }
            return partition;
        });

        assertThatThrownBy(() -> engine.run(work))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("partition 13");
    }

    @Test
    public void anEngineWorksAgainAfterAFailure() {
        WorkEngine engine = engine();
        try {
            engine.run(new PartitionedWork<Integer>("failing", 3, partition -> {
                throw new MissingData("everything");
            }));
        } catch (MissingData expected) {
            assertThat(expected).hasMessageContaining("everything");
        }

        assertThat(engine.run(new PartitionedWork<>("again", 5, partition -> partition)))
                .containsExactly(0, 1, 2, 3, 4);
    }
}
