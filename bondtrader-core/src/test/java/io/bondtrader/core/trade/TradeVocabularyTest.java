package io.bondtrader.core.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

final class TradeVocabularyTest {

    private static final Security NOTE = Security.of(
                    "91282CKQ3",
                    FixedCouponBond.of(
                            BondConventions.US_TREASURY, 0.04375, LocalDate.of(2024, 5, 15), LocalDate.of(2034, 5, 15)),
                    "USD")
            .issuedBy("US Treasury", "US", "sovereign")
            .rated("AA+");

    private static final TradingBook BOOK = new TradingBook("House", "Rates", "Govies");

    private static Execution execution(Side side, String fees) {
        return new Execution(
                "E1",
                "O1",
                NOTE,
                BOOK,
                "alice",
                side,
                new BigDecimal("1000000"),
                new BigDecimal("99.515625"),
                Money.of("12500.25", "USD"),
                Money.of(fees, "USD"),
                LocalDate.of(2026, 3, 18),
                Instant.parse("2026-03-17T15:00:00Z"));
    }

    @Test
    void equalAmountsAreEqualHoweverTheyWereWritten() {
        assertThat(Money.of("12.50", "USD")).isEqualTo(Money.of("12.5", "USD")).hasToString("12.50 USD");
        assertThat(Money.of("0.000", "USD")).isEqualTo(Money.zero(Currency.getInstance("USD")));
        assertThat(Money.of("1200", "JPY")).hasToString("1200 JPY");
        assertThat(Money.of("0.12345", "USD")).hasToString("0.12345 USD");
    }

    @Test
    void sumsOfMoneyAreExact() {
        assertThat(Money.of("0.1", "USD").plus(Money.of("0.2", "USD"))).isEqualTo(Money.of("0.3", "USD"));
        assertThat(Money.of("0.1", "USD").minus(Money.of("0.3", "USD")).negated())
                .isEqualTo(Money.of("0.2", "USD"));
        assertThat(Money.of("10", "USD").times(new BigDecimal("0.333"))).isEqualTo(Money.of("3.33", "USD"));
        assertThat(Money.of("2.345", "USD").rounded(RoundingMode.HALF_EVEN)).isEqualTo(Money.of("2.34", "USD"));
        assertThat(Money.of(0.1, Currency.getInstance("USD"))).isEqualTo(Money.of("0.1", "USD"));
        assertThat(Money.of("2", "USD")).isGreaterThan(Money.of("1.99", "USD"));
        assertThat(Money.of("2", "USD").toDouble()).isEqualTo(2.0);
    }

    @Test
    void moneyOfTwoCurrenciesDoesNotAdd() {
        Money dollar = Money.of("1", "USD");
        Money euro = Money.of("1", "EUR");

        assertThatThrownBy(() -> dollar.plus(euro))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> dollar.minus(euro)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> dollar.compareTo(euro)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void textThatIsNoMoneyIsRefused() {
        assertThatThrownBy(() -> Money.of("ten", "USD")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Money.of("10", "dollars")).isInstanceOf(InvalidInput.class);
        Currency dollar = Currency.getInstance("USD");
        assertThatThrownBy(() -> Money.of(Double.NaN, dollar)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aPurchasePaysCleanValueAccruedInterestAndFees() {
        assertThat(execution(Side.BUY, "25").cash()).isEqualTo(Money.of("-1007681.50", "USD"));
        assertThat(execution(Side.SELL, "25").cash()).isEqualTo(Money.of("1007631.50", "USD"));
        assertThat(execution(Side.SELL, "25").signedFace()).isEqualByComparingTo("-1000000");
    }

    @Test
    void sidesAreOpposite() {
        assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
        assertThat(Side.SELL.opposite().sign()).isEqualTo(1);
        assertThat(Side.SELL.sign()).isEqualTo(-1);
    }

    @Test
    void ordersChangePositionsByTheirSignedFace() {
        Order order = new Order("O1", NOTE, BOOK, "alice", Side.SELL, new BigDecimal("250000"));
        Position position = new Position(NOTE, BOOK, "alice", new BigDecimal("1000000"));

        assertThat(position.plus(order.signedFace()).face()).isEqualByComparingTo("750000");
        assertThat(order.withFace(BigDecimal.TEN).signedFace()).isEqualByComparingTo("-10");
    }

    @Test
    void whatIsUnknownIsUnclassified() {
        Security plain = Security.of("X", NOTE.bond(), "USD");

        assertThat(plain.issuer()).isEqualTo(Security.UNCLASSIFIED);
        assertThat(NOTE.rating()).isEqualTo("AA+");
        assertThat(NOTE.country()).isEqualTo("US");
    }

    @Test
    void blanksZeroSizesAndStrangeCurrenciesAreRefused() {
        assertThatThrownBy(() -> Security.of(" ", NOTE.bond(), "USD")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradingBook("House", "", "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Position(NOTE, BOOK, " ", BigDecimal.ONE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Order("O1", NOTE, BOOK, "alice", Side.BUY, BigDecimal.ZERO))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("face");
        assertThatThrownBy(() -> execution(Side.BUY, "-1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Execution(
                        "E1",
                        "O1",
                        NOTE,
                        BOOK,
                        "alice",
                        Side.BUY,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        Money.of("1", "EUR"),
                        Money.of("0", "USD"),
                        LocalDate.of(2026, 3, 18),
                        Instant.EPOCH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("accruedInterest");
    }
}
