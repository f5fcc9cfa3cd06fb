package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.BondPricing;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sample of the page about errors. */
final class ErrorsPageSampleTest {

    private static final Logger log = LoggerFactory.getLogger(ErrorsPageSampleTest.class);

    @Test
    void aClientLearnsTheCodeAndNoValue() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");
        LocalDate settlement = LocalDate.of(2026, 3, 17);
        double price = -17.25;
        String answer = "";
        boolean again = true;

        try {
            BondPricing.of(bond, settlement).yieldFromCleanPrice(price);
        } catch (BondTraderException failure) {
            log.warn(failure.getMessage()); // the value and the rule it breaks: for the log
            answer = failure.clientMessage(); // the code and its sentence, no values: for anybody
            again = failure.code().retryable();
        }

        assertThat(answer).isEqualTo("BT-1001: An input breaks a documented rule.");
        assertThat(again).isFalse();
    }
}
