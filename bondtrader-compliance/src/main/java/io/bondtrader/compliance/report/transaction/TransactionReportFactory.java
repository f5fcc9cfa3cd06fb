package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.compliance.report.transaction.person.PersonPriorities;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of a firm's executions from the log alone, each field with the events that it came from. The same log up to
 * the same size gives the same reports, whoever computes them and when.
 *
 * <p>Immutable and safe for use by many threads, as far as the register of venues is.
 */
public final class TransactionReportFactory {

    private final Lei firm;
    private final Lei submitting;
    private final int places;
    private final DatedRules<TransactionRules> rules;

    private TransactionReportFactory(Lei firm, Lei submitting, int places, DatedRules<TransactionRules> rules) {
        this.firm = firm;
        this.submitting = submitting;
        this.places = places;
        this.rules = rules;
    }

    /**
     * Returns a factory of a firm's reports under European law.
     *
     * @param firm the executing entity
     * @param submitting who submits
     * @param venues what is known of market identifier codes
     * @return the factory; it rounds net amounts to two places
     */
    public static TransactionReportFactory of(Lei firm, Lei submitting, VenueRegister venues) {
        return new TransactionReportFactory(firm, submitting, 2, TransactionRules.european(venues));
    }

    /**
     * A report made from the log.
     *
     * @param report the report; each field has its provenance
     * @param facts what else the log says of the trade
     * @param violations the rules of the trade's day that it breaks
     */
    public record Made(TransactionReport report, TradeFacts facts, List<Violation> violations) {

        /** Copies the list. */
        public Made {
            violations = List.copyOf(violations);
        }

        /** {@return whether it breaks no rule that makes it wrong} */
        public boolean sendable() {
            return violations.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
        }
    }

    /**
     * An execution that no report could be made of.
     *
     * @param execution which
     * @param events where the log tells of it
     * @param reason why, for the log
     */
    public record Failed(TransactionReference execution, EventIndices events, String reason) {}

    /**
     * What was made of a log.
     *
     * @param size how many events were read
     * @param made reports, by reference
     * @param failed executions without one, by reference
     */
    public record Result(long size, List<Made> made, List<Failed> failed) {

        /** Copies the lists. */
        public Result {
            made = List.copyOf(made);
            failed = List.copyOf(failed);
        }
    }

    /** An event and its place. */
    private record Placed<T extends TradeEvent>(T event, EventIndices index) {}

    /** What the log told, the latest of each. */
    private static final class Known {
        private final Map<String, Placed<TradeEvent.ClientRecorded>> clients = new TreeMap<>();
        private final Map<Isin, Placed<TradeEvent.InstrumentRecorded>> bonds = new HashMap<>();
        private final Map<String, Placed<TradeEvent.OrderReceived>> orders = new TreeMap<>();
        private final Map<TransactionReference, Placed<TradeEvent.OrderExecuted>> executions = new TreeMap<>();

        void add(LoggedEvent logged) {
            // What was refused or failed was not done.
            if (logged.record().outcome() != Outcome.SUCCESS) {
                return;
            }
            TradeEvent event =
                    TradeEvent.read(logged.record().action(), logged.record().body());
            EventIndices index = EventIndices.of(logged.index());
            if (event instanceof TradeEvent.ClientRecorded client) {
                clients.put(client.client(), new Placed<>(client, index));
            } else if (event instanceof TradeEvent.InstrumentRecorded bond) {
                bonds.put(bond.isin(), new Placed<>(bond, index));
            } else if (event instanceof TradeEvent.OrderReceived order) {
                orders.put(order.order(), new Placed<>(order, index));
            } else if (event instanceof TradeEvent.OrderExecuted execution) {
                executions.put(execution.execution(), new Placed<>(execution, index));
            }
        }
    }

    /**
     * Makes the reports of all executions in a log.
     *
     * @param trail the log
     * @param size how many events of it, at most the size of its checkpoint
     * @param reportedAt when the reports count as made; it decides nothing but whether a trade lies in the future
     * @return the reports, and what none could be made of
     * @throws InvalidInput if the log has fewer events under its checkpoint, or an event's body is out of form
     */
    public Result make(AuditTrail trail, long size, Instant reportedAt) {
        long most = trail.checkpoint().size();
        InvalidInput.unless(size >= 0 && size <= most, "size", size, "at most that of the checkpoint, " + most);
        Known known = new Known();
        trail.read(0, size, known::add);
        List<Made> made = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (Placed<TradeEvent.OrderExecuted> execution : known.executions.values()) {
            try {
                made.add(make(known, execution, reportedAt));
            } catch (BondTraderException unusable) {
                failed.add(new Failed(
                        execution.event().execution(), execution.index(), String.valueOf(unusable.getMessage())));
            }
        }
        return new Result(size, made, failed);
    }

    private Made make(Known known, Placed<TradeEvent.OrderExecuted> placed, Instant reportedAt) {
        TradeEvent.OrderExecuted event = placed.event();
        LocalDate day = event.time().day();
        Placed<TradeEvent.OrderReceived> order = found(known.orders.get(event.order()), "order", event.order());
        Placed<TradeEvent.InstrumentRecorded> bond =
                found(known.bonds.get(event.isin()), "instrument", event.isin().value());
        String name = order.event().client();
        @Nullable
        Placed<TradeEvent.ClientRecorded> client = name == null ? null : found(known.clients.get(name), "client", name);
        boolean own = event.capacity() == TradingCapacity.DEAL;
        if (!own && client == null) {
            throw new MissingData("Execution " + event.execution() + " is for a client and its order names none");
        }
        PartySide ours = own || client == null ? PartySide.of(firm) : clientSide(client.event(), order.event(), day);
        PartySide theirs = PartySide.of(event.counterparty());
        boolean buys = event.side() == Side.BUY;
        Lei passing = order.event().transmittingFirm();
        TransactionReport report = TransactionReport.builder()
                .reference(event.execution())
                .venueTransactionId(event.venueTransactionId())
                .executingEntity(firm)
                .submittingEntity(submitting)
                .buyer(buys ? ours : theirs)
                .seller(buys ? theirs : ours)
                .transmission(new Transmission(false, buys ? passing : null, buys ? null : passing))
                .tradingTime(event.time())
                .capacity(event.capacity())
                .nominal(event.nominal())
                .nominalCurrency(event.currency())
                .price(new Price.Percentage(event.cleanPricePct()))
                .netAmount(NetAmount.of(
                        event.nominal(), event.cleanPricePct(), event.accruedPct(), event.indexRatio(), places))
                .venue(event.venue())
                .instrument(event.isin())
                .investmentDecision(event.decision())
                .execution(event.executor())
                .waivers(event.waivers())
                .shortSale(event.shortSale())
                .flags(event.flags())
                .provenance(provenance(placed.index(), order.index(), bond.index(), client, own, buys))
                .build();
        TradeFacts facts = new TradeFacts(
                reportedAt,
                event.activity(),
                event.marketSide(),
                passing != null,
                bond.event().cfi(),
                bond.event().sovereign(),
                bond.event().admitted(),
                event.accruedPct(),
                event.indexRatio(),
                nationalities(client, own, buys),
                nationalities(client, own, !buys));
        return new Made(report, facts, rules.on(day).content().check(report, facts));
    }

    private static <T extends TradeEvent> Placed<T> found(@Nullable Placed<T> placed, String kind, String name) {
        if (placed == null) {
            throw new MissingData("The log does not tell of " + kind + " " + name);
        }
        return placed;
    }

    private PartySide clientSide(TradeEvent.ClientRecorded client, TradeEvent.OrderReceived order, LocalDate day) {
        Lei lei = client.lei();
        PersonRecord person = client.person();
        Party party = lei != null || person == null
                ? new Party.LegalEntity(Objects.requireNonNull(lei))
                : person(person, day);
        PartySide side = PartySide.of(party);
        if (order.branch() != null) {
            side = side.withBranch(order.branch());
        }
        return order.discretionary() ? side.decidedBy(new Party.LegalEntity(firm)) : side;
    }

    private static Party person(PersonRecord person, LocalDate day) {
        NaturalPersonId id = PersonPriorities.european().on(day).content().identify(person);
        return new Party.Person(id, names(person.firstNames()), names(person.surname()), person.birthDate());
    }

    /** In capital letters; ß has one of its own, while Java would make two letters of it and so another identifier. */
    private static String names(String text) {
        return text.strip().replace('ß', 'ẞ').toUpperCase(Locale.ROOT);
    }

    private static Set<Country> nationalities(
            @Nullable Placed<TradeEvent.ClientRecorded> client, boolean own, boolean asked) {
        PersonRecord person = client == null ? null : client.event().person();
        return person == null || own || !asked ? Set.of() : person.nationalities();
    }

    private static Provenance provenance(
            EventIndices execution,
            EventIndices order,
            EventIndices bond,
            @Nullable Placed<TradeEvent.ClientRecorded> client,
            boolean own,
            boolean buys) {
        Provenance provenance = Provenance.none();
        for (ReportField field : ReportField.values()) {
            if (field.notForBonds().isEmpty()) {
                provenance = provenance.with(field, execution);
            }
        }
        provenance = provenance
                .with(ReportField.INSTRUMENT, bond)
                .with(ReportField.SHORT_SELLING, bond)
                .with(buys ? ReportField.BUYER_TRANSMITTING_FIRM : ReportField.SELLER_TRANSMITTING_FIRM, order);
        if (own || client == null) {
            return provenance;
        }
        // Nine fields of a side: who, which branch, names, birth date, who decided.
        int first = (buys ? ReportField.BUYER : ReportField.SELLER).number();
        for (int number = first; number < first + 9; number++) {
            provenance = provenance.with(ReportField.of(number), order.union(client.index()));
        }
        return provenance;
    }
}
