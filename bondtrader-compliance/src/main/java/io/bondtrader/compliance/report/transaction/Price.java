package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The price of a transaction (fields 33 and 34), without interest accrued and without fees. Immutable. */
public sealed interface Price {

    /**
     * Per cent of the nominal, clean: how bonds are reported as a rule.
     *
     * @param value at most 11 digits, 10 after the point
     */
    record Percentage(BigDecimal value) implements Price {

        /**
         * Checks the digits.
         *
         * @throws io.bondtrader.core.error.InvalidInput if there are too many
         */
        public Percentage {
            value = ReportText.decimal("price", value, 11, 10);
        }
    }

    /**
     * A yield in per cent.
     *
     * @param value at most 11 digits, 10 after the point
     */
    record Yield(BigDecimal value) implements Price {

        /**
         * Checks the digits.
         *
         * @throws io.bondtrader.core.error.InvalidInput if there are too many
         */
        public Yield {
            value = ReportText.decimal("yield", value, 11, 10);
        }
    }

    /**
     * Basis points.
     *
     * @param value at most 18 digits, 17 after the point
     */
    record BasisPoints(BigDecimal value) implements Price {

        /**
         * Checks the digits.
         *
         * @throws io.bondtrader.core.error.InvalidInput if there are too many
         */
        public BasisPoints {
            value = ReportText.decimal("basis points", value, 18, 17);
        }
    }

    /**
     * An amount of money.
     *
     * @param value at most 18 digits, 13 after the point; below zero written with a sign of its own
     * @param currency in which currency
     */
    record Monetary(BigDecimal value, CurrencyCode currency) implements Price {

        /**
         * Checks the digits.
         *
         * @throws io.bondtrader.core.error.InvalidInput if there are too many
         */
        public Monetary {
            value = ReportText.decimal("price", value, 18, 13);
            Objects.requireNonNull(currency, "currency");
        }
    }

    /**
     * No price.
     *
     * @param reason why
     * @param currency in which currency one will be; {@code null} if that is not known
     */
    record None(Reason reason, @Nullable CurrencyCode currency) implements Price {

        /** Checks that the reason is there. */
        public None {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why there is no price. */
    enum Reason {
        /** It is not known yet. */
        PNDG,
        /** There is none. */
        NOAP
    }
}
