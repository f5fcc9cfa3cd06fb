package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.sensitivity.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConsistencyTest {

    private static final LimitMeasure VALUE = new LimitMeasure.Exposure(ExposureKind.MARKET_VALUE, Netting.NET);
    private static final Map<Dimension, Set<String>> SECTORS =
            Map.of(Dimension.SECTOR, Set.of("government", "financial", "industrial"));

    private static Limit cap(String id, Scope scope, double most) {
        return SampleDesk.limit(id, VALUE).scope(scope).atMost(most).build();
    }

    private static Limit floor(String id, Scope scope, double least) {
        return SampleDesk.limit(id, VALUE).scope(scope).atLeast(least).build();
    }

    private static Scope sector(String... names) {
        return Scope.of(Dimension.SECTOR, names);
    }

    private static List<String> core(List<Limit> limits, Map<Dimension, Set<String>> domains) {
        List<String> core = new ArrayList<>();
        assertThatThrownBy(() -> LimitSet.of(limits, domains))
                .isInstanceOfSatisfying(ContradictoryConstraints.class, found -> core.addAll(found.constraints()));
        return core;
    }

    @Test
    void aFloorOnTheWholeAboveTheCapsOfAllItsPartsIsFoundWithNothingSuperfluous() {
        List<Limit> limits = List.of(
                floor("whole", Scope.all(), 100),
                cap("1 government", sector("government"), 40),
                cap("2 financial", sector("financial"), 30),
                cap("3 industrial", sector("industrial"), 29),
                cap("4 desk", Scope.of(Dimension.DESK, "rates"), 10));

        assertThat(core(limits, SECTORS))
                .containsExactlyInAnyOrder("whole", "1 government", "2 financial", "3 industrial");
        assertThatCode(() -> LimitSet.of(limits, Map.of()))
                .doesNotThrowAnyException(); // other sectors may hold the rest
    }

    @Test
    void aFloorOnNamedPartsAboveTheirCapsIsFoundWithoutADomain() {
        List<Limit> limits = List.of(
                floor("two", sector("government", "financial"), 71),
                cap("government", sector("government"), 40),
                cap("financial", sector("financial"), 30));

        assertThat(core(limits, Map.of())).hasSize(3);
    }

    @Test
    void capsOfEveryGroupAreAddedUpWhereTheGroupsAreKnown() {
        Limit each = SampleDesk.limit(
                        "each", new LimitMeasure.Concentration(Dimension.SECTOR, ExposureKind.MARKET_VALUE, false))
                .atMost(33)
                .build();

        assertThat(core(List.of(floor("whole", Scope.all(), 100), each), SECTORS))
                .containsExactly("each", "whole");
        assertThatCode(() -> LimitSet.of(List.of(floor("whole", Scope.all(), 99), each), SECTORS))
                .doesNotThrowAnyException();
    }

    @Test
    void sharesThatDoNotAddUpToTheWholeAreFound() {
        Limit share = SampleDesk.limit(
                        "share", new LimitMeasure.Concentration(Dimension.SECTOR, ExposureKind.MARKET_VALUE, true))
                .atMost(0.33)
                .build();

        assertThat(core(List.of(share), SECTORS)).containsExactly("share");
    }

    @Test
    void aMeanIsNotBoundedFromBothSidesTheWrongWay() {
        Limit low = SampleDesk.limit("low", new LimitMeasure.WeightedMaturity())
                .atLeast(7)
                .build();
        Limit high = SampleDesk.limit("high", new LimitMeasure.WeightedMaturity())
                .atMost(5)
                .build();

        assertThat(core(List.of(low, high), Map.of())).containsExactlyInAnyOrder("low", "high");
    }

    @Test
    void shortPositionsMakeRoomForNetAmountsButNotForGrossOnes() {
        List<Limit> net = List.of(floor("government", sector("government"), 80), cap("whole", Scope.all(), 50));
        assertThatCode(() -> LimitSet.of(net)).doesNotThrowAnyException();

        LimitMeasure gross = new LimitMeasure.Exposure(ExposureKind.MARKET_VALUE, Netting.GROSS);
        List<Limit> amounts = List.of(
                SampleDesk.limit("government", gross)
                        .scope(sector("government"))
                        .atLeast(80)
                        .build(),
                SampleDesk.limit("whole", gross).atMost(50).build());
        assertThat(core(amounts, Map.of())).containsExactlyInAnyOrder("government", "whole");
    }

    @Test
    void limitsOfDifferentTimesDoNotContradictEachOther() {
        Instant noon = Instant.parse("2025-07-14T12:00:00Z");
        Limit before = SampleDesk.limit("cap", VALUE)
                .atMost(50)
                .valid(Instant.EPOCH, noon)
                .build();
        Limit after =
                SampleDesk.limit("floor", VALUE).atLeast(60).valid(noon, null).build();
        assertThatCode(() -> LimitSet.of(List.of(before, after))).doesNotThrowAnyException();

        Limit longer = SampleDesk.limit("cap", VALUE)
                .atMost(50)
                .valid(Instant.EPOCH, noon.plusSeconds(1))
                .build();
        assertThat(core(List.of(longer, after), Map.of())).hasSize(2);
    }

    @Test
    void aVersionThatIsReplacedContradictsNothing() {
        Limit first = SampleDesk.limit("cap", VALUE).atMost(50).build();
        Limit second = SampleDesk.limit("cap", VALUE).version(2).atMost(90).build();
        Limit floor = floor("floor", Scope.all(), 60);

        LimitSet set = LimitSet.of(List.of(second, first, floor));

        assertThat(set.validAt(SampleDesk.NOW)).containsExactly(second, floor);
        assertThat(set.versions("cap")).containsExactly(first, second);
        assertThatThrownBy(() -> set.versions("nobody's")).isInstanceOf(MissingData.class);
    }

    @Test
    void refusesSetsThatSayAThingTwice() {
        Limit cap = cap("cap", Scope.all(), 1);
        assertThatThrownBy(() -> LimitSet.of(List.of(cap, cap))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitSet.of(List.of(cap), Map.of(Dimension.SECTOR, Set.of())))
                .isInstanceOf(InvalidInput.class);
    }
}
