package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class SplitsTest {

    private static IndexRange range(int start, int end) {
        return new IndexRange(start, end);
    }

    @Test
    void whatReachesIntoATestRangeIsPurgedAndWhatFollowsItIsEmbargoed() {
        List<Split> splits = PurgedKFold.splits(100, 5, 3, 2);

        assertThat(splits).hasSize(5);
        // Outcomes of 17, 18, 19 are known at 20 and later; that of 39 at 42; then two more.
        assertThat(splits.get(1)).isEqualTo(new Split(List.of(range(0, 17), range(45, 100)), List.of(range(20, 40))));
        assertThat(splits.get(0)).isEqualTo(new Split(List.of(range(25, 100)), List.of(range(0, 20))));
        assertThat(splits.get(4)).isEqualTo(new Split(List.of(range(0, 77)), List.of(range(80, 100))));
    }

    @Test
    void withoutHorizonAndEmbargoEverythingElseIsLearnedFrom() {
        Split middle = PurgedKFold.splits(9, 3, 0, 0).get(1);

        assertThat(middle.trainIndices()).containsExactly(0, 1, 2, 6, 7, 8);
        assertThat(middle.testIndices()).containsExactly(3, 4, 5);
    }

    @Property(tries = 300)
    void noOutcomeLearnedFromMeetsOneTestedOn(
            @ForAll @LongRange(min = 1, max = 1000000) long seed,
            @ForAll @IntRange(min = 12, max = 200) int observations,
            @ForAll @IntRange(min = 2, max = 6) int groups,
            @ForAll @IntRange(min = 0, max = 5) int embargo) {
        Random random = new Random(seed);
        int[] ends = new int[observations];
        Arrays.setAll(ends, i -> Math.min(observations - 1, i + random.nextInt(8)));
        LabelSpans spans = LabelSpans.of(ends);
        List<Split> splits = new ArrayList<>(PurgedKFold.splits(spans, groups, embargo));
        for (int k = 1; k < groups; k++) {
            splits.addAll(CombinatorialPurged.of(spans, groups, k, embargo).splits());
        }

        for (Split split : splits) {
            for (int train : split.trainIndices()) {
                for (int test : split.testIndices()) {
                    boolean meet = train <= ends[test] && ends[train] >= test;
                    assertThat(meet).isFalse();
                    // Embargo: what follows the last outcome of a range stays out for a while.
                    assertThat(train > ends[test] && train <= ends[test] + embargo && isLastOf(split, test))
                            .isFalse();
                }
            }
        }
    }

    private static boolean isLastOf(Split split, int test) {
        return split.test().stream().anyMatch(range -> range.end() - 1 == test);
    }

    @Property(tries = 100)
    void everyObservationIsTestedOnOnceByFolds(
            @ForAll @IntRange(min = 10, max = 300) int observations,
            @ForAll @IntRange(min = 2, max = 10) int folds,
            @ForAll @IntRange(min = 0, max = 20) int horizon) {
        int[] tested = new int[observations];
        for (Split split : PurgedKFold.splits(observations, folds, horizon, 0)) {
            for (int i : split.testIndices()) {
                tested[i]++;
            }
        }

        assertThat(tested).containsOnly(1);
    }

    /** López de Prado (2018), figure 12.1: six groups, two tested on, make fifteen splits and five paths. */
    @Test
    void sixGroupsTwoTestedOnMakeFifteenSplitsAndFivePaths() {
        CombinatorialPurged combinations = CombinatorialPurged.of(60, 6, 2, 0, 0);

        assertThat(combinations.splits()).hasSize(15);
        assertThat(combinations.pathCount()).isEqualTo(5);
        assertThat(combinations.splits().get(0).test()).containsExactly(range(0, 10), range(10, 20));
        assertThat(combinations.splits().get(14).test()).containsExactly(range(40, 50), range(50, 60));
        // The first path takes the first split that tests on each group: 1 with 2, then 1 with each other.
        assertThat(combinations.splitsOfPath(0)).containsExactly(0, 0, 1, 2, 3, 4);
        assertThat(combinations.toString()).contains("15 splits, 5 paths");
    }

    @Property(tries = 100)
    void everyPathTestsEveryObservationOnceAndEveryTestIsUsedOnce(
            @ForAll @IntRange(min = 12, max = 100) int observations,
            @ForAll @IntRange(min = 2, max = 8) int groups,
            @ForAll @IntRange(min = 1, max = 7) int k) {
        int testGroups = Math.min(k, groups - 1);
        CombinatorialPurged combinations = CombinatorialPurged.of(observations, groups, testGroups, 2, 1);
        double[][] results = new double[combinations.splits().size()][];
        for (int s = 0; s < results.length; s++) {
            int[] tested = combinations.splits().get(s).testIndices();
            results[s] = new double[tested.length];
            for (int i = 0; i < tested.length; i++) {
                results[s][i] = tested[i] + 1000.0 * s; // says which observation, of which split
            }
        }
        double[][] paths = combinations.paths(results);
        boolean[][] used = new boolean[results.length][observations];

        assertThat(paths).hasDimensions(combinations.pathCount(), observations);
        for (double[] path : paths) {
            for (int i = 0; i < observations; i++) {
                assertThat(path[i] % 1000).isEqualTo(i);
                int split = (int) (path[i] / 1000);
                assertThat(used[split][i]).isFalse();
                used[split][i] = true;
            }
        }
        int taken = 0;
        for (boolean[] row : used) {
            for (boolean one : row) {
                taken += one ? 1 : 0;
            }
        }
        assertThat(taken)
                .isEqualTo(Arrays.stream(results).mapToInt(row -> row.length).sum());
    }

    @Test
    void aRollingWalkKeepsItsWindow() {
        List<Split> splits = WalkForward.rolling(50, 20).withHorizon(5).splits(100);

        assertThat(splits)
                .containsExactly(
                        new Split(List.of(range(0, 45)), List.of(range(50, 70))),
                        new Split(List.of(range(20, 65)), List.of(range(70, 90))),
                        new Split(List.of(range(40, 85)), List.of(range(90, 100))));
    }

    @Test
    void anAnchoredWalkLearnsFromEverythingBefore() {
        List<Split> splits = WalkForward.anchored(50, 25).splits(100);

        assertThat(splits)
                .containsExactly(
                        new Split(List.of(range(0, 50)), List.of(range(50, 75))),
                        new Split(List.of(range(0, 75)), List.of(range(75, 100))));
    }

    @Property(tries = 200)
    void aWalkNeverLearnsFromTheFutureAndItsTestsJoin(
            @ForAll @IntRange(min = 10, max = 60) int train,
            @ForAll @IntRange(min = 1, max = 40) int test,
            @ForAll @IntRange(min = 0, max = 9) int horizon,
            @ForAll boolean anchored,
            @ForAll @IntRange(min = 61, max = 400) int observations) {
        int next = train;
        for (Split split : new WalkForward(train, test, anchored, horizon).splits(observations)) {
            IndexRange tested = split.test().get(0);
            assertThat(tested.start()).isEqualTo(next);
            assertThat(split.train().get(0).end() - 1 + horizon).isLessThan(tested.start());
            next = tested.end();
        }
        assertThat(next).isEqualTo(observations);
    }

    @Test
    void aHorizonThatReachesEverywhereLeavesNothingToLearnFrom() {
        assertThat(PurgedKFold.splits(20, 4, 100, 0).get(0).train()).isEmpty();
        assertThat(PurgedKFold.splits(20, 4, 0, Integer.MAX_VALUE).get(1).train())
                .containsExactly(range(0, 5));
        assertThat(LabelSpans.ofHorizon(5, Integer.MAX_VALUE).end(2)).isEqualTo(4);
    }

    @Test
    void impossibleSplitsAreRefused() {
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> range(-1, 2));
        refused.add(() -> range(2, 2));
        refused.add(() -> new Split(List.of(), List.of()));
        refused.add(() -> new Split(List.of(range(0, 5)), List.of(range(4, 6))));
        refused.add(() -> new Split(List.of(range(5, 6), range(0, 2)), List.of(range(8, 9))));
        refused.add(() -> PurgedKFold.splits(10, 1, 0, 0));
        refused.add(() -> PurgedKFold.splits(10, 11, 0, 0));
        refused.add(() -> PurgedKFold.splits(10, 2, -1, 0));
        refused.add(() -> PurgedKFold.splits(10, 2, 0, -1));
        refused.add(() -> PurgedKFold.splits(0, 2, 0, 0));
        refused.add(() -> LabelSpans.of(new int[] {0, 0}));
        refused.add(() -> LabelSpans.of(new int[] {0, 2}));
        refused.add(() -> LabelSpans.of(new int[0]));
        refused.add(() -> CombinatorialPurged.of(100, 6, 0, 0, 0));
        refused.add(() -> CombinatorialPurged.of(100, 6, 6, 0, 0));
        refused.add(() -> CombinatorialPurged.of(100, 60, 30, 0, 0));
        refused.add(() -> CombinatorialPurged.of(100, 6, 2, 0, 0).splitsOfPath(5));
        refused.add(() -> CombinatorialPurged.of(100, 6, 2, 0, 0).paths(new double[15][3]));
        refused.add(() -> CombinatorialPurged.of(100, 6, 2, 0, 0).paths(new double[1][]));
        refused.add(() -> WalkForward.rolling(0, 1));
        refused.add(() -> WalkForward.rolling(1, 0));
        refused.add(() -> WalkForward.rolling(5, 1).withHorizon(5));

        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));
        assertThatThrownBy(() -> WalkForward.rolling(5, 1).splits(5)).isInstanceOf(InsufficientHistory.class);
    }
}
