package io.bondtrader.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RatingTest {

    @ParameterizedTest
    @CsvSource({
        "AAA,Aaa,AAA",
        "AA-,Aa3,AA-",
        "A+,A1,A+",
        "BBB,Baa2,BBB",
        "BB+,Ba1,BB+",
        "B-,B3,B-",
        "CCC+,Caa1,CCC+",
        "CC,Ca,CC"
    })
    void agenciesWriteOneRatingInTheirOwnWay(String sp, String moodys, String fitch) {
        Rating rating = RatingAgency.SP.parse(sp);

        assertThat(RatingAgency.MOODYS.symbol(rating)).isEqualTo(moodys);
        assertThat(RatingAgency.FITCH.symbol(rating)).isEqualTo(fitch);
        assertThat(RatingAgency.MOODYS.parse(moodys)).isEqualTo(rating);
    }

    @ParameterizedTest
    @EnumSource(Rating.class)
    void aRatingIsReadBackFromItsSymbolAndItsNotch(Rating rating) {
        assertThat(Rating.ofNotch(rating.notch())).isEqualTo(rating);
        assertThat(RatingAgency.SP.parse(RatingAgency.SP.symbol(rating))).isEqualTo(rating);
        assertThat(RatingAgency.FITCH.parse(rating.toString())).isEqualTo(rating);
        if (rating != Rating.D) { // Moody's has no grade below C
            assertThat(RatingAgency.MOODYS.parse(RatingAgency.MOODYS.symbol(rating)))
                    .isEqualTo(rating);
        }
    }

    @Test
    void investmentGradeEndsAtBbbMinus() {
        assertThat(Rating.BBB_MINUS.isInvestmentGrade()).isTrue();
        assertThat(Rating.BB_PLUS.isInvestmentGrade()).isFalse();
        assertThat(Rating.CC.category()).isEqualTo(RatingCategory.CCC);
        assertThat(RatingAgency.SP.parse(" SD ")).isEqualTo(Rating.D);
        assertThat(RatingAgency.FITCH.parse("RD")).isEqualTo(Rating.D);
    }

    /** CRE21.10 to 21.12. */
    @Test
    void compositesFollowTheirRules() {
        List<Rating> three = List.of(Rating.BB, Rating.A, Rating.BBB);
        List<Rating> two = List.of(Rating.BBB, Rating.A);

        assertThat(CompositeRule.BASEL.of(three)).isEqualTo(Rating.BBB);
        assertThat(CompositeRule.BASEL.of(two)).isEqualTo(Rating.BBB);
        assertThat(CompositeRule.BASEL.of(List.of(Rating.A))).isEqualTo(Rating.A);
        assertThat(CompositeRule.BASEL.of(List.of(Rating.BB, Rating.B, Rating.A, Rating.BBB)))
                .isEqualTo(Rating.BBB);
        assertThat(CompositeRule.LOWEST.of(three)).isEqualTo(Rating.BB);
        assertThat(CompositeRule.HIGHEST.of(three)).isEqualTo(Rating.A);
        assertThat(CompositeRule.MEDIAN.of(three)).isEqualTo(Rating.BBB);
        assertThat(CompositeRule.MEDIAN.of(two)).isEqualTo(Rating.BBB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NR", "aaa", "Baa2", "AAAA", "BBB *-"})
    void whatIsNoRatingOfAnAgencyIsRefused(String symbol) {
        assertThatThrownBy(() -> Rating.parse(symbol)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void badNotchesAndEmptyListsAreRefused() {
        assertThatThrownBy(() -> Rating.ofNotch(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Rating.ofNotch(23)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CompositeRule.MEDIAN.of(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RatingAgency.MOODYS.parse("BBB")).isInstanceOf(InvalidInput.class);
    }
}
