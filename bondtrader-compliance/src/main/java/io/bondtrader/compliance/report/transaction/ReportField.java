package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.error.InvalidInput;
import java.util.Optional;

/**
 * The 65 fields of a transaction report, by their numbers.
 *
 * <p>Source: Delegated Regulation (EU) 2017/590, Annex I, table 2; the names of fields that no bond has are shortened.
 */
public enum ReportField {
    /** New or cancelled. */
    REPORT_STATUS(1, "Report status"),
    /** The firm's own reference. */
    TRANSACTION_REFERENCE(2, "Transaction reference number"),
    /** The venue's reference. */
    VENUE_TRANSACTION_ID(3, "Trading venue transaction identification code"),
    /** Who executed. */
    EXECUTING_ENTITY(4, "Executing entity identification code"),
    /** Whether that is an investment firm. */
    INVESTMENT_FIRM(5, "Investment firm covered by Directive 2014/65/EU"),
    /** Who submits. */
    SUBMITTING_ENTITY(6, "Submitting entity identification code"),
    /** Who acquires. */
    BUYER(7, "Buyer identification code"),
    /** The branch of the acquiring client. */
    BUYER_BRANCH(8, "Country of the branch for the buyer"),
    /** First names of the buyer. */
    BUYER_FIRST_NAMES(9, "Buyer — first name(s)"),
    /** Surnames of the buyer. */
    BUYER_SURNAMES(10, "Buyer — surname(s)"),
    /** Birth date of the buyer. */
    BUYER_BIRTH_DATE(11, "Buyer — date of birth"),
    /** Who decided for the buyer. */
    BUYER_DECISION_MAKER(12, "Buyer decision maker code"),
    /** First names of that person. */
    BUYER_DECISION_FIRST_NAMES(13, "Buyer decision maker — first name(s)"),
    /** Surnames of that person. */
    BUYER_DECISION_SURNAMES(14, "Buyer decision maker — surname(s)"),
    /** Birth date of that person. */
    BUYER_DECISION_BIRTH_DATE(15, "Buyer decision maker — date of birth"),
    /** Who disposes. */
    SELLER(16, "Seller identification code"),
    /** The branch of the disposing client. */
    SELLER_BRANCH(17, "Country of the branch for the seller"),
    /** First names of the seller. */
    SELLER_FIRST_NAMES(18, "Seller — first name(s)"),
    /** Surnames of the seller. */
    SELLER_SURNAMES(19, "Seller — surname(s)"),
    /** Birth date of the seller. */
    SELLER_BIRTH_DATE(20, "Seller — date of birth"),
    /** Who decided for the seller. */
    SELLER_DECISION_MAKER(21, "Seller decision maker code"),
    /** First names of that person. */
    SELLER_DECISION_FIRST_NAMES(22, "Seller decision maker — first name(s)"),
    /** Surnames of that person. */
    SELLER_DECISION_SURNAMES(23, "Seller decision maker — surname(s)"),
    /** Birth date of that person. */
    SELLER_DECISION_BIRTH_DATE(24, "Seller decision maker — date of birth"),
    /** Whether the order was passed on without the details. */
    TRANSMISSION(25, "Transmission of order indicator"),
    /** Who passed on the buyer's order. */
    BUYER_TRANSMITTING_FIRM(26, "Transmitting firm identification code for the buyer"),
    /** Who passed on the seller's order. */
    SELLER_TRANSMITTING_FIRM(27, "Transmitting firm identification code for the seller"),
    /** When. */
    TRADING_TIME(28, "Trading date time"),
    /** In which capacity. */
    TRADING_CAPACITY(29, "Trading capacity"),
    /** How much: the nominal. */
    QUANTITY(30, "Quantity"),
    /** In which currency. */
    QUANTITY_CURRENCY(31, "Quantity currency"),
    /** Increase or decrease of a derivative. */
    NOTIONAL_CHANGE(32, "Derivative notional increase/decrease", "a change of a derivative's notional"),
    /** The clean price. */
    PRICE(33, "Price"),
    /** Its currency where it is an amount. */
    PRICE_CURRENCY(34, "Price currency"),
    /** The cash that the buyer pays. */
    NET_AMOUNT(35, "Net amount"),
    /** Where. */
    VENUE(36, "Venue"),
    /** The branch whose membership was used. */
    VENUE_BRANCH(37, "Country of the branch membership"),
    /** Payment up front of a derivative. */
    UP_FRONT_PAYMENT(38, "Up-front payment", "an up-front payment of a credit derivative"),
    /** Its currency. */
    UP_FRONT_CURRENCY(39, "Up-front payment currency", "an up-front payment of a credit derivative"),
    /** The package that the transaction is a part of. */
    PACKAGE_ID(40, "Complex trade component id"),
    /** Which bond. */
    INSTRUMENT(41, "Instrument identification code"),
    /** Only without an identification code. */
    INSTRUMENT_NAME(42, "Instrument full name", "told by the ISIN's reference data"),
    /** Only without an identification code. */
    INSTRUMENT_CLASS(43, "Instrument classification", "told by the ISIN's reference data"),
    /** Only without an identification code. */
    NOTIONAL_CURRENCY_1(44, "Notional currency 1", "told by the ISIN's reference data"),
    /** Of swaps. */
    NOTIONAL_CURRENCY_2(45, "Notional currency 2", "a second currency of a derivative"),
    /** Of derivatives. */
    PRICE_MULTIPLIER(46, "Price multiplier", "a multiplier of a derivative"),
    /** Of derivatives. */
    UNDERLYING_INSTRUMENT(47, "Underlying instrument code", "an underlying; a convertible bond needs its ISIN alone"),
    /** Of derivatives. */
    UNDERLYING_INDEX(48, "Underlying index name", "an underlying index"),
    /** Of derivatives. */
    UNDERLYING_INDEX_TERM(49, "Term of the underlying index", "an underlying index"),
    /** Of options. */
    OPTION_TYPE(50, "Option type", "an option"),
    /** Of options. */
    STRIKE_PRICE(51, "Strike price", "an option"),
    /** Of options. */
    STRIKE_CURRENCY(52, "Strike price currency", "an option"),
    /** Of options. */
    OPTION_STYLE(53, "Option exercise style", "an option"),
    /** Only without an identification code. */
    MATURITY(54, "Maturity date", "in the message only beside a derivative's attributes"),
    /** Of derivatives. */
    EXPIRY(55, "Expiry date", "a derivative"),
    /** Of derivatives. */
    DELIVERY_TYPE(56, "Delivery type", "a derivative"),
    /** Who or what decided to invest. */
    INVESTMENT_DECISION(57, "Investment decision within firm"),
    /** That person's branch. */
    INVESTMENT_DECISION_BRANCH(58, "Country of the branch responsible for the person making the investment decision"),
    /** Who or what executed. */
    EXECUTION(59, "Execution within firm"),
    /** That person's branch. */
    EXECUTION_BRANCH(60, "Country of the branch supervising the person responsible for the execution"),
    /** Waivers of pre-trade transparency. */
    WAIVER(61, "Waiver indicator"),
    /** Short sales. */
    SHORT_SELLING(62, "Short selling indicator"),
    /** Flags of publication after the trade. */
    OTC_FLAGS(63, "OTC post-trade indicator"),
    /** Of commodity derivatives. */
    COMMODITY_DERIVATIVE(64, "Commodity derivative indicator", "a commodity derivative"),
    /** Exempt securities financing. */
    SECURITIES_FINANCING(65, "Securities financing transaction indicator");

    private final int number;
    private final String title;
    private final String reason;

    ReportField(int number, String title) {
        this(number, title, "");
    }

    ReportField(int number, String title, String reason) {
        this.number = number;
        this.title = title;
        this.reason = reason;
    }

    /** {@return its number in the table, from 1} */
    public int number() {
        return number;
    }

    /** {@return its name in the table} */
    public String title() {
        return title;
    }

    /** {@return what the field is for if a report of a bond cannot have it; empty if it can} */
    public Optional<String> notForBonds() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    /**
     * Returns the field of a number.
     *
     * @param number from 1 to 65
     * @return the field
     * @throws InvalidInput if there is none
     */
    public static ReportField of(int number) {
        for (ReportField field : values()) {
            if (field.number == number) {
                return field;
            }
        }
        throw new InvalidInput("number of a field", number, "from 1 to 65");
    }

    @Override
    public String toString() {
        return number + " " + title;
    }
}
