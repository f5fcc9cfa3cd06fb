package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the log tells of trades, as far as reports are made of it. Each event has its action and its body as JSON; numbers
 * stand in the body as decimal strings. Whoever trades writes them by {@link #body()}. Immutable.
 */
public sealed interface TradeEvent {

    /** {@return the action of the event in the log} */
    String action();

    /** {@return the body of the event in the log} */
    default CanonicalJson body() {
        return TradeEventJson.write(this);
    }

    /**
     * Reads an event of the log.
     *
     * @param action its action
     * @param body its body
     * @return the event; {@code null} if its action is none of these
     * @throws InvalidInput if the body has another form than the action's
     */
    static @Nullable TradeEvent read(String action, CanonicalJson body) {
        return TradeEventJson.read(action, body);
    }

    /**
     * A client was recorded: {@code client.recorded}. The later event of a client counts.
     *
     * @param client the firm's name of the client
     * @param lei its identifier; {@code null} if it is a person
     * @param person what is on file of the person, encrypted; {@code null} if it is a legal entity
     */
    record ClientRecorded(
            String client, @Nullable Lei lei, @Nullable SealedPerson person) implements TradeEvent {

        /**
         * Checks that the client is either.
         *
         * @throws InvalidInput if it is both or none, or has no name
         */
        public ClientRecorded {
            InvalidInput.unless(!client.isBlank(), "client", client, "not blank");
            InvalidInput.unless((lei == null) != (person == null), "client", client, "a legal entity or a person");
        }

        @Override
        public String action() {
            return "client.recorded";
        }
    }

    /**
     * A person of the firm was recorded: {@code employee.recorded}. The later event of a person counts.
     *
     * @param employee the firm's name of the person
     * @param person what is on file of the person, encrypted
     */
    record EmployeeRecorded(String employee, SealedPerson person) implements TradeEvent {

        /**
         * Checks the name.
         *
         * @throws InvalidInput if it is blank
         */
        public EmployeeRecorded {
            InvalidInput.unless(!employee.isBlank(), "employee", employee, "not blank");
            Objects.requireNonNull(person, "person");
        }

        @Override
        public String action() {
            return "employee.recorded";
        }
    }

    /**
     * A bond was recorded: {@code instrument.recorded}. The later event of a bond counts.
     *
     * @param isin which
     * @param cfi its classification (ISO 10962)
     * @param sovereign whether it is sovereign debt
     * @param admitted whether it is admitted to trading or traded on a venue in the Union
     */
    record InstrumentRecorded(Isin isin, String cfi, boolean sovereign, boolean admitted) implements TradeEvent {

        /** Checks that both are there. */
        public InstrumentRecorded {
            Objects.requireNonNull(isin, "isin");
            Objects.requireNonNull(cfi, "cfi");
        }

        @Override
        public String action() {
            return "instrument.recorded";
        }
    }

    /**
     * An order was received: {@code order.received}.
     *
     * @param order the firm's name of the order
     * @param clients whose it is: several of a joint account; none if it is the firm's own or one that gathers those of clients
     * @param branch the country of the branch that received it; {@code null} if none did
     * @param transmittingFirm who passed it on under Article 4 of Delegated Regulation (EU) 2017/590; {@code null} if
     *     nobody did
     * @param discretionary whether the firm decides under the client's mandate
     * @param representative who decides for the client under a power of representation, recorded as a client is; {@code null}
     *     if nobody does
     */
    record OrderReceived(
            String order,
            List<String> clients,
            @Nullable Country branch,
            @Nullable Lei transmittingFirm,
            boolean discretionary,
            @Nullable String representative)
            implements TradeEvent {

        /**
         * Checks names.
         *
         * @throws InvalidInput if the order has none, a client has none or comes twice, or somebody decides for nobody
         */
        public OrderReceived {
            clients = List.copyOf(clients);
            InvalidInput.unless(!order.isBlank(), "order", order, "not blank");
            InvalidInput.unless(clients.stream().noneMatch(String::isBlank), "clients", clients, "not blank");
            InvalidInput.unless(
                    clients.stream().distinct().count() == clients.size(), "clients", clients, "each named once");
            InvalidInput.unless(
                    representative == null || (!clients.isEmpty() && !clients.contains(representative)),
                    "representative",
                    representative,
                    "another than the clients for whom he decides");
        }

        /**
         * Makes the order of one client or of none.
         *
         * @param order the firm's name of the order
         * @param client whose it is; {@code null} if it is the firm's own
         * @param branch the country of the branch that received it; {@code null} if none did
         * @param transmittingFirm who passed it on; {@code null} if nobody did
         * @param discretionary whether the firm decides under the client's mandate
         * @throws InvalidInput if a name is blank
         */
        public OrderReceived(
                String order,
                @Nullable String client,
                @Nullable Country branch,
                @Nullable Lei transmittingFirm,
                boolean discretionary) {
            this(order, client == null ? List.of() : List.of(client), branch, transmittingFirm, discretionary, null);
        }

        @Override
        public String action() {
            return "order.received";
        }
    }

    /**
     * An order was executed: {@code order.executed}. The later event of an execution counts.
     *
     * @param execution the execution's name: the reference that it is reported under
     * @param order the order's name
     * @param side seen from the firm or its client
     * @param isin which bond
     * @param nominal nominal
     * @param currency its currency
     * @param cleanPricePct clean price in per cent of nominal
     * @param accruedPct interest accrued in per cent of nominal
     * @param indexRatio the index ratio; one without one
     * @param time when
     * @param activity how
     * @param capacity in which capacity
     * @param counterparty who was on the other side: a legal entity, or the venue that did not tell
     * @param venue where
     * @param marketSide whether the firm traded on the venue as its member
     * @param venueTransactionId the venue's reference; {@code null} if there is none
     * @param decision who or what decided to invest, a person by name; {@code null} if nobody of the firm did
     * @param executor who or what executed, a person of the firm by name
     * @param waivers waivers of pre-trade transparency
     * @param shortSale whether the seller sold short; {@code null} if it is not to be told
     * @param flags flags of publication off venue
     * @param membershipBranch the country of the branch whose membership of the venue was used; {@code null} for the firm's
     *     own, or off venue
     */
    record OrderExecuted(
            TransactionReference execution,
            String order,
            Side side,
            Isin isin,
            BigDecimal nominal,
            CurrencyCode currency,
            BigDecimal cleanPricePct,
            BigDecimal accruedPct,
            BigDecimal indexRatio,
            TradingTime time,
            TradingActivity activity,
            TradingCapacity capacity,
            Party counterparty,
            Mic venue,
            boolean marketSide,
            @Nullable String venueTransactionId,
            Responsible.@Nullable Decider decision,
            Responsible executor,
            Set<Waiver> waivers,
            @Nullable ShortSale shortSale,
            Set<PostTradeFlag> flags,
            @Nullable Country membershipBranch)
            implements TradeEvent {

        private static final String NAMED = "a person by the firm's name: no identifier stands in the log in the clear";

        /**
         * Checks the counterparty and that nobody stands here in the clear.
         *
         * @throws InvalidInput if the counterparty is a person or an aggregate account, or one of the firm stands here by an
         *     identifier instead of a name
         */
        public OrderExecuted {
            InvalidInput.unless(
                    counterparty instanceof Party.LegalEntity || counterparty instanceof Party.AnonymousVenue,
                    "counterparty",
                    counterparty,
                    "a legal entity or a venue");
            InvalidInput.unless(!(decision instanceof Responsible.Employee), "decision", "…", NAMED);
            InvalidInput.unless(!(executor instanceof Responsible.Employee), "executor", "…", NAMED);
            waivers = Set.copyOf(new TreeSet<>(waivers));
            flags = Set.copyOf(new TreeSet<>(flags));
        }

        /**
         * Makes an execution by the firm's own membership, or off venue.
         *
         * @param execution the execution's name
         * @param order the order's name
         * @param side seen from the firm or its client
         * @param isin which bond
         * @param nominal nominal
         * @param currency its currency
         * @param cleanPricePct clean price in per cent of nominal
         * @param accruedPct interest accrued in per cent of nominal
         * @param indexRatio the index ratio; one without one
         * @param time when
         * @param activity how
         * @param capacity in which capacity
         * @param counterparty who was on the other side
         * @param venue where
         * @param marketSide whether the firm traded on the venue as its member
         * @param venueTransactionId the venue's reference; {@code null} if there is none
         * @param decision who or what decided to invest; {@code null} if nobody of the firm did
         * @param executor who or what executed
         * @param waivers waivers of pre-trade transparency
         * @param shortSale whether the seller sold short; {@code null} if it is not to be told
         * @param flags flags of publication off venue
         * @throws InvalidInput if the counterparty is a person or an aggregate account, or one of the firm stands here by an
         *     identifier instead of a name
         */
        public OrderExecuted(
                TransactionReference execution,
                String order,
                Side side,
                Isin isin,
                BigDecimal nominal,
                CurrencyCode currency,
                BigDecimal cleanPricePct,
                BigDecimal accruedPct,
                BigDecimal indexRatio,
                TradingTime time,
                TradingActivity activity,
                TradingCapacity capacity,
                Party counterparty,
                Mic venue,
                boolean marketSide,
                @Nullable String venueTransactionId,
                Responsible.@Nullable Decider decision,
                Responsible executor,
                Set<Waiver> waivers,
                @Nullable ShortSale shortSale,
                Set<PostTradeFlag> flags) {
            this(
                    execution,
                    order,
                    side,
                    isin,
                    nominal,
                    currency,
                    cleanPricePct,
                    accruedPct,
                    indexRatio,
                    time,
                    activity,
                    capacity,
                    counterparty,
                    venue,
                    marketSide,
                    venueTransactionId,
                    decision,
                    executor,
                    waivers,
                    shortSale,
                    flags,
                    null);
        }

        @Override
        public String action() {
            return "order.executed";
        }
    }

    /**
     * A part of what an order for several clients got was given to one of them: {@code order.allocated}. The later event of an
     * allocation counts. The execution is reported with the firm's aggregate account ({@code INTC}) in the clients' place, and
     * each allocation as a transaction between that account and the client.
     *
     * @param allocation the allocation's name: the reference that it is reported under
     * @param execution which execution it is a part of
     * @param order the client's own order
     * @param nominal how much, positive
     * @param cleanPricePct at which clean price, in per cent of nominal: that of the execution, or the average of several
     */
    record OrderAllocated(
            TransactionReference allocation,
            TransactionReference execution,
            String order,
            BigDecimal nominal,
            BigDecimal cleanPricePct)
            implements TradeEvent {

        /**
         * Checks the nominal and the name.
         *
         * @throws InvalidInput if the nominal is not positive or the order has no name
         */
        public OrderAllocated {
            Objects.requireNonNull(allocation, "allocation");
            Objects.requireNonNull(execution, "execution");
            Objects.requireNonNull(cleanPricePct, "cleanPricePct");
            InvalidInput.unless(nominal.signum() > 0, "nominal", nominal, "positive");
            InvalidInput.unless(!order.isBlank(), "order", order, "not blank");
        }

        @Override
        public String action() {
            return "order.allocated";
        }
    }
}
