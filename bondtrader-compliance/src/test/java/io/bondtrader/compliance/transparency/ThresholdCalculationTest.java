package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ThresholdCalculationTest {

    private static SizeThresholds sizes(BondClass type, int year, List<BigDecimal> trades) {
        return ThresholdCalculation.of(Requests.TABLES, Jurisdiction.EU, type, year, trades);
    }

    /** Trades of 1, 2, ... thousand euro steps, so that the p-th percentile is known without a sort. */
    private static List<BigDecimal> ladder(int count, long step) {
        List<BigDecimal> trades = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            trades.add(BigDecimal.valueOf(100_000 + i * step));
        }
        Collections.shuffle(trades, new Random(7));
        return trades;
    }

    @Test
    void percentilesAreRoundedUpByTheStepsOfTheirSize() {
        // 1000 trades of 200,000 to 100,100,000: the 30th percentile is the 300th trade, 30,100,000, and so on.
        SizeThresholds sizes = sizes(BondClass.CORPORATE, 2018, ladder(1_000, 100_000));
        assertThat(sizes.sizeSpecificBefore()).isEqualByComparingTo("35000000");
        assertThat(sizes.largeBefore()).isEqualByComparingTo("75000000");
        assertThat(sizes.sizeSpecificAfter()).isEqualByComparingTo("85000000");
        assertThat(sizes.largeAfter()).isEqualByComparingTo("95000000");
        assertThat(sizes.from()).isEqualTo("2019-06-01");
        assertThat(sizes.until()).isEqualTo("2020-06-01");
    }

    @Test
    void aPercentileBetweenTwoTradesIsTheLargerOne() {
        // 30 per cent of 1,001 trades are 300.3: the 301st.
        List<BigDecimal> trades = new ArrayList<>(Collections.nCopies(300, new BigDecimal("1000000")));
        trades.addAll(Collections.nCopies(701, new BigDecimal("3000000")));
        assertThat(sizes(BondClass.CORPORATE, 2018, trades).sizeSpecificBefore())
                .isEqualByComparingTo("3000000");
    }

    @Test
    void smallSizesAreRoundedToHundredThousandsAndHalfMillions() {
        SizeThresholds sizes = sizes(BondClass.CORPORATE, 2018, ladder(1_000, 1_000));
        assertThat(sizes.sizeSpecificBefore()).as("400,000 is a step").isEqualByComparingTo("400000");
        assertThat(sizes.largeBefore()).isEqualByComparingTo("800000");
        assertThat(sizes.sizeSpecificAfter()).isEqualByComparingTo("900000");
        assertThat(sizes.largeAfter()).as("1,000,000 is half a million's step").isEqualByComparingTo("1000000");
        SizeThresholds millions = sizes(BondClass.CORPORATE, 2018, ladder(1_000, 2_000));
        assertThat(millions.largeBefore()).isEqualByComparingTo("1500000");
        SizeThresholds hundreds = sizes(BondClass.CORPORATE, 2018, ladder(1_000, 1_000_000));
        assertThat(hundreds.largeAfter()).isEqualByComparingTo("925000000");
    }

    @Test
    void beforeTheTradeAFloorHolds() {
        List<BigDecimal> small = Collections.nCopies(1_000, new BigDecimal("100001"));
        assertThat(sizes(BondClass.SOVEREIGN, 2018, small).sizeSpecificBefore()).isEqualByComparingTo("300000");
        assertThat(sizes(BondClass.CORPORATE, 2018, small).largeBefore()).isEqualByComparingTo("200000");
        assertThat(sizes(BondClass.CORPORATE, 2018, small).largeAfter())
                .as("after the trade there is none")
                .isEqualByComparingTo("200000");
    }

    @Test
    void smallTradesDoNotCountAndTooFewMakeEachSizeAHundredThousand() {
        List<BigDecimal> trades = new ArrayList<>(Collections.nCopies(999, new BigDecimal("5000000")));
        trades.addAll(Collections.nCopies(5_000, new BigDecimal("100000")));
        assertThat(sizes(BondClass.COVERED, 2018, trades).largeAfter()).isEqualByComparingTo("100000");
        trades.add(new BigDecimal("5000000"));
        assertThat(sizes(BondClass.COVERED, 2018, trades).largeAfter()).isEqualByComparingTo("5000000");
    }

    @Test
    void thePercentileBeforeTheTradeRoseByStagesButNotForCoveredBonds() {
        List<BigDecimal> trades = ladder(1_000, 100_000);
        assertThat(sizes(BondClass.CORPORATE, 2020, trades).sizeSpecificBefore())
                .isEqualByComparingTo("45000000");
        assertThat(sizes(BondClass.CORPORATE, 2021, trades).sizeSpecificBefore())
                .isEqualByComparingTo("55000000");
        assertThat(sizes(BondClass.COVERED, 2021, trades).sizeSpecificBefore()).isEqualByComparingTo("45000000");
    }

    @Property(tries = 50)
    void noneOfTheSizesDependsOnTheOrderAndAllGrowWithTheTrades(
            @ForAll @Size(min = 1_000, max = 1_200) List<@IntRange(min = 100_001, max = 90_000_000) Integer> drawn) {
        List<BigDecimal> trades =
                new ArrayList<>(drawn.stream().map(BigDecimal::valueOf).toList());
        SizeThresholds sizes = sizes(BondClass.SOVEREIGN, 2018, trades);
        Collections.reverse(trades);
        assertThat(sizes(BondClass.SOVEREIGN, 2018, trades)).isEqualTo(sizes);
        List<BigDecimal> twice =
                trades.stream().map(BigDecimal.valueOf(2)::multiply).toList();
        SizeThresholds larger = sizes(BondClass.SOVEREIGN, 2018, twice);
        assertThat(larger.largeBefore()).isGreaterThanOrEqualTo(sizes.largeBefore());
        assertThat(larger.sizeSpecificAfter()).isGreaterThanOrEqualTo(sizes.sizeSpecificAfter());
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> sizes(BondClass.OTHER, 2018, List.of(BigDecimal.ZERO)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sizes(BondClass.OTHER, 2016, List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sizes(BondClass.OTHER, 2025, List.of())).hasMessageContaining("percentiles");
    }
}
