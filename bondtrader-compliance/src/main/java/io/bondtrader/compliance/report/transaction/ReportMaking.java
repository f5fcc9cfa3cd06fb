package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.transaction.LoggedTrades.Placed;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.compliance.report.transaction.person.PersonPriorities;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the reports of one log, one at a time. For one thread. */
final class ReportMaking {

    /** Off venue: what moves between the aggregate account and a client. ESMA's Guidelines, grouped orders, recalled. */
    private static final Mic OFF_VENUE = Mic.of("XOFF");

    private final TransactionReportFactory.Firm firm;
    private final LoggedTrades log;
    private final PersonReader persons;
    private final Instant reportedAt;
    private final Set<TransactionReference> grouping;

    ReportMaking(TransactionReportFactory.Firm firm, LoggedTrades log, PersonReader persons, Instant reportedAt) {
        this.firm = firm;
        this.log = log;
        this.persons = persons;
        this.reportedAt = reportedAt;
        this.grouping = log.allocatedExecutions();
    }

    /** A report and what its rules need beside it. */
    record Draft(TransactionReport report, TradeFacts facts) {}

    /** The clients' side, who they are by nationality, and where that stands. */
    private record ClientSide(PartySide side, Set<Country> nationalities, EventIndices events) {}

    /** Who or what of the firm, and where that stands. */
    private record Staff(Responsible responsible, EventIndices events) {}

    Draft execution(Placed<TradeEvent.OrderExecuted> placed) {
        TradeEvent.OrderExecuted event = placed.event();
        Placed<TradeEvent.OrderReceived> order = log.order(event.order());
        Placed<TradeEvent.InstrumentRecorded> bond = log.bond(event.isin());
        boolean own = event.capacity() == TradingCapacity.DEAL;
        boolean grouped = !own && grouping.contains(event.execution());
        ClientSide ours;
        if (own) {
            ours = new ClientSide(PartySide.of(firm.executing()), Set.of(), EventIndices.none());
        } else if (grouped) {
            ours = new ClientSide(PartySide.of(new Party.AggregateAccount()), Set.of(), EventIndices.none());
        } else {
            ours = clients(order, event.time().day());
        }
        boolean buys = event.side() == Side.BUY;
        // A short sale is the client's, and the aggregate account is none.
        boolean tellsShort = !grouped || buys;
        Staff decision = decision(event, !grouped);
        TransactionReport report = common(
                        event, placed, order, bond, ours, PartySide.of(event.counterparty()), grouped, decision)
                .reference(event.execution())
                .venueTransactionId(event.venueTransactionId())
                .nominal(event.nominal())
                .price(new Price.Percentage(event.cleanPricePct()))
                .netAmount(net(event, event.nominal(), event.cleanPricePct()))
                .venue(event.venue())
                .venueBranch(membership(event))
                .waivers(event.waivers())
                .shortSale(tellsShort ? event.shortSale() : null)
                .flags(event.flags())
                .build();
        return new Draft(report, facts(event, order, bond, ours, event.marketSide()));
    }

    Draft allocation(Placed<TradeEvent.OrderAllocated> placed) {
        TradeEvent.OrderAllocated allocation = placed.event();
        Placed<TradeEvent.OrderExecuted> executed = log.execution(allocation.execution());
        TradeEvent.OrderExecuted event = executed.event();
        if (event.capacity() == TradingCapacity.DEAL) {
            throw new MissingData("Execution " + event.execution() + " was on own account and has nothing to allocate");
        }
        Placed<TradeEvent.OrderReceived> order = log.order(allocation.order());
        Placed<TradeEvent.InstrumentRecorded> bond = log.bond(event.isin());
        ClientSide ours = clients(order, event.time().day());
        Placed<TradeEvent.OrderExecuted> both =
                new Placed<>(event, executed.index().union(placed.index()), executed.id());
        Staff decision = decision(event, order.event().discretionary());
        TransactionReport report = common(
                        event, both, order, bond, ours, PartySide.of(new Party.AggregateAccount()), false, decision)
                .reference(allocation.allocation())
                .nominal(allocation.nominal())
                .price(new Price.Percentage(allocation.cleanPricePct()))
                .netAmount(net(event, allocation.nominal(), allocation.cleanPricePct()))
                .venue(OFF_VENUE)
                .shortSale(event.shortSale())
                .build();
        return new Draft(report, facts(event, order, bond, ours, false));
    }

    private TransactionReport.Builder common(
            TradeEvent.OrderExecuted event,
            Placed<TradeEvent.OrderExecuted> placed,
            Placed<TradeEvent.OrderReceived> order,
            Placed<TradeEvent.InstrumentRecorded> bond,
            ClientSide ours,
            PartySide theirs,
            boolean grouped,
            @Nullable Staff decision) {
        boolean buys = event.side() == Side.BUY;
        Lei passing = grouped ? null : order.event().transmittingFirm();
        Staff executor = staff(event.executor(), event.time().day());
        Provenance provenance = provenance(placed.index(), order.index(), bond.index(), ours.events(), buys);
        EventIndices executed = placed.index().union(executor.events());
        provenance = provenance.with(ReportField.EXECUTION, executed).with(ReportField.EXECUTION_BRANCH, executed);
        if (decision != null) {
            EventIndices decided = placed.index().union(decision.events());
            provenance = provenance
                    .with(ReportField.INVESTMENT_DECISION, decided)
                    .with(ReportField.INVESTMENT_DECISION_BRANCH, decided);
        }
        return TransactionReport.builder()
                .executingEntity(firm.executing())
                .submittingEntity(firm.submitting())
                .buyer(buys ? ours.side() : theirs)
                .seller(buys ? theirs : ours.side())
                .transmission(new Transmission(false, buys ? passing : null, buys ? null : passing))
                .tradingTime(event.time())
                .capacity(event.capacity())
                .nominalCurrency(event.currency())
                .instrument(event.isin())
                .investmentDecision(decision == null ? null : (Responsible.Decider) decision.responsible())
                .execution(executor.responsible())
                .provenance(provenance);
    }

    private @Nullable Staff decision(TradeEvent.OrderExecuted event, boolean told) {
        Responsible decider = event.decision();
        return told && decider != null ? staff(decider, event.time().day()) : null;
    }

    /** A person of the firm is identified as a client is: RTS 22, Article 6, holds for all natural persons. */
    private Staff staff(Responsible responsible, LocalDate day) {
        if (!(responsible instanceof Responsible.Named named)) {
            return new Staff(responsible, EventIndices.none());
        }
        Placed<TradeEvent.EmployeeRecorded> recorded = log.employee(named.employee());
        PersonRecord person = recorded.event().person().open(recorded.id(), persons);
        return new Staff(new Responsible.Employee(identify(person, day), named.branch()), recorded.index());
    }

    private static NaturalPersonId identify(PersonRecord person, LocalDate day) {
        return PersonPriorities.european().on(day).content().identify(person);
    }

    private TradeFacts facts(
            TradeEvent.OrderExecuted event,
            Placed<TradeEvent.OrderReceived> order,
            Placed<TradeEvent.InstrumentRecorded> bond,
            ClientSide ours,
            boolean marketSide) {
        boolean buys = event.side() == Side.BUY;
        return new TradeFacts(
                reportedAt,
                event.activity(),
                marketSide,
                order.event().transmittingFirm() != null,
                bond.event().cfi(),
                bond.event().sovereign(),
                bond.event().admitted(),
                event.accruedPct(),
                event.indexRatio(),
                buys ? ours.nationalities() : Set.of(),
                buys ? Set.of() : ours.nationalities());
    }

    private BigDecimal net(TradeEvent.OrderExecuted event, BigDecimal nominal, BigDecimal price) {
        return NetAmount.of(nominal, price, event.accruedPct(), event.indexRatio(), firm.places());
    }

    /** Field 37: the branch's membership, or the country where the firm is at home. */
    private @Nullable Country membership(TradeEvent.OrderExecuted event) {
        boolean onVenue = event.marketSide()
                && firm.venues().find(event.venue(), event.time().day()).orElse(null) == VenueKind.SEGMENT;
        Country branch = event.membershipBranch();
        return branch != null || !onVenue ? branch : firm.home();
    }

    private ClientSide clients(Placed<TradeEvent.OrderReceived> placed, LocalDate day) {
        TradeEvent.OrderReceived order = placed.event();
        if (order.clients().isEmpty()) {
            throw new MissingData("Order " + order.order() + " is for clients, names none and was not allocated");
        }
        Country branch = order.branch() == null ? firm.home() : order.branch();
        List<PartySide.Owner> owners = new ArrayList<>();
        Set<Country> nationalities = Set.of();
        EventIndices events = placed.index();
        for (String name : order.clients()) {
            Placed<TradeEvent.ClientRecorded> client = log.client(name);
            events = events.union(client.index());
            PersonRecord person = person(client);
            owners.add(new PartySide.Owner(party(client.event(), person, day), branch));
            // Of a joint account it is not known which belong to whom.
            if (person != null && order.clients().size() == 1) {
                nationalities = person.nationalities();
            }
        }
        List<Party.DecisionMaker> makers = new ArrayList<>();
        if (order.discretionary()) {
            makers.add(new Party.LegalEntity(firm.executing()));
        }
        if (order.representative() != null) {
            Placed<TradeEvent.ClientRecorded> decides = log.client(order.representative());
            events = events.union(decides.index());
            makers.add(party(decides.event(), person(decides), day));
        }
        return new ClientSide(new PartySide(owners, makers), nationalities, events);
    }

    private @Nullable PersonRecord person(Placed<TradeEvent.ClientRecorded> client) {
        SealedPerson person = client.event().person();
        return person == null ? null : person.open(client.id(), persons);
    }

    private static Party.DecisionMaker party(
            TradeEvent.ClientRecorded client, @Nullable PersonRecord person, LocalDate day) {
        if (person == null) {
            return new Party.LegalEntity(Objects.requireNonNull(client.lei()));
        }
        return new Party.Person(
                identify(person, day), names(person.firstNames()), names(person.surname()), person.birthDate());
    }

    /** In capital letters; ß has one of its own, while Java would make two letters of it and so another identifier. */
    private static String names(String text) {
        return text.strip().replace('ß', 'ẞ').toUpperCase(Locale.ROOT);
    }

    private static Provenance provenance(
            EventIndices execution, EventIndices order, EventIndices bond, EventIndices clients, boolean buys) {
        Provenance provenance = Provenance.none();
        for (ReportField field : EnumSet.allOf(ReportField.class)) {
            if (field.notForBonds().isEmpty()) {
                provenance = provenance.with(field, execution);
            }
        }
        provenance = provenance
                .with(ReportField.INSTRUMENT, bond)
                .with(ReportField.SHORT_SELLING, bond)
                .with(buys ? ReportField.BUYER_TRANSMITTING_FIRM : ReportField.SELLER_TRANSMITTING_FIRM, order);
        if (clients.isEmpty()) {
            return provenance;
        }
        // Nine fields of a side: who, which branch, names, birth date, who decided.
        int first = (buys ? ReportField.BUYER : ReportField.SELLER).number();
        for (int number = first; number < first + 9; number++) {
            provenance = provenance.with(ReportField.of(number), clients);
        }
        return provenance;
    }
}
