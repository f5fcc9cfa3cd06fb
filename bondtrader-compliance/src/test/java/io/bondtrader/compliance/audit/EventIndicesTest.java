package io.bondtrader.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events that a field came from are a set with one spelling. */
final class EventIndicesTest {

    @Test
    void threeInARowAreWrittenAsARange() {
        assertThat(EventIndices.of(19, 3, 17, 18)).hasToString("3,17-19");
        assertThat(EventIndices.of(3, 4, 9)).hasToString("3,4,9");
        assertThat(EventIndices.none()).hasToString("");
        assertThat(EventIndices.of(5, 5)).isEqualTo(EventIndices.of(5)).hasSize(1);
        assertThat(EventIndices.of(3, 17, 18, 19).toJson().text()).isEqualTo("\"3,17-19\"");
    }

    @Test
    void aUnionHoldsTheEventsOfBoth() {
        EventIndices union = EventIndices.of(1, 7).union(EventIndices.of(7, 3));

        assertThat(union).containsExactly(1L, 3L, 7L);
        assertThat(union.contains(3)).isTrue();
        assertThat(union.contains(2)).isFalse();
        assertThat(union.union(EventIndices.none())).isEqualTo(union);
        assertThat(EventIndices.none().union(union)).isEqualTo(union).hasSameHashCodeAs(union);
        assertThat(EventIndices.none().isEmpty()).isTrue();
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll Set<@LongRange(max = 40) Long> places) {
        long[] indices = places.stream().mapToLong(Long::longValue).toArray();
        EventIndices set = EventIndices.of(indices);

        assertThat(EventIndices.parse(set.toString())).isEqualTo(set);
        assertThat(set.stream().boxed()).containsExactlyElementsOf(new TreeSet<>(places));
        assertThat(set.size()).isEqualTo(places.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,",
                ",1",
                "2,1",
                "1-2",
                "3-1",
                "1,1",
                "01",
                "-1",
                "1--3",
                "a",
                "1,2,3",
                "1-4,3-6",
                " 1",
                "1 ",
                "+1",
                "1-99999999999",
                "0-999999999999999999",
                "9999999999999999999"
            })
    void anotherSpellingIsRefused(String text) {
        assertThatThrownBy(() -> EventIndices.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aNegativePlaceIsRefused() {
        assertThatThrownBy(() -> EventIndices.of(1, -1)).isInstanceOf(InvalidInput.class);
        assertThat(List.of(EventIndices.of(), EventIndices.parse(""))).containsOnly(EventIndices.none());
    }
}
