package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.report.transaction.ReportMaking.Draft;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.ErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of a firm's executions from the log alone, each field with the events that it came from. The same log up to
 * the same size gives the same reports, whoever computes them and when, as long as the keys of the persons in it are there.
 *
 * <p>Immutable and safe for use by many threads, as far as the registers are.
 */
public final class TransactionReportFactory {

    private static final PersonReader NO_KEYS = (event, path, field) -> {
        throw new MissingData("a reader of the persons that the log holds encrypted");
    };

    private final Firm firm;
    private final PersonReader persons;
    private final @Nullable ReferenceData references;
    private final @Nullable ReferenceRegistry registry;
    private final DatedRules<TransactionRules> rules;

    private TransactionReportFactory(
            Firm firm, PersonReader persons, @Nullable ReferenceData references, @Nullable ReferenceRegistry registry) {
        this.firm = firm;
        this.persons = persons;
        this.references = references;
        this.registry = registry;
        this.rules = TransactionRules.european(firm.venues(), references);
    }

    /** Whose reports: executing and submitting entity, digits of net amounts, venues, and where the firm is at home. */
    record Firm(
            Lei executing,
            Lei submitting,
            int places,
            VenueRegister venues,
            @Nullable Country home) {}

    /**
     * Returns a factory of a firm's reports under European law. It reads no encrypted persons and checks what needs no
     * register but that of venues.
     *
     * @param firm the executing entity
     * @param submitting who submits
     * @param venues what is known of market identifier codes
     * @return the factory; it rounds net amounts to two places
     */
    public static TransactionReportFactory of(Lei firm, Lei submitting, VenueRegister venues) {
        Firm reporting = new Firm(
                Objects.requireNonNull(firm),
                Objects.requireNonNull(submitting),
                2,
                Objects.requireNonNull(venues),
                null);
        return new TransactionReportFactory(reporting, NO_KEYS, null, null);
    }

    /**
     * Returns this factory with a reader of persons. Without one, executions for persons are listed as failed.
     *
     * @param reader decrypts them
     * @return the factory
     */
    public TransactionReportFactory reading(PersonReader reader) {
        return new TransactionReportFactory(firm, Objects.requireNonNull(reader), references, registry);
    }

    /**
     * Returns this factory with registers of entities and bonds. Without them, the rules that need them are named as not
     * checked.
     *
     * @param data what they say on the day of the trade
     * @return the factory
     */
    public TransactionReportFactory comparing(ReferenceData data) {
        return new TransactionReportFactory(firm, persons, Objects.requireNonNull(data), registry);
    }

    /**
     * Returns this factory with a register of references that were used, so that none is used for two transactions. Without it,
     * that is named as not checked.
     *
     * @param used the register; each report that is made claims its reference
     * @return the factory
     */
    public TransactionReportFactory claiming(ReferenceRegistry used) {
        return new TransactionReportFactory(firm, persons, references, Objects.requireNonNull(used));
    }

    /**
     * Returns this factory for a firm at home in a country. It stands where no branch received an order (fields 8 and 17) and
     * where no branch's membership of a venue was used (field 37), as Annex I says of these fields (recalled); without it they
     * stay empty.
     *
     * @param home the country
     * @return the factory
     */
    public TransactionReportFactory establishedIn(Country home) {
        Firm settled = new Firm(
                firm.executing(), firm.submitting(), firm.places(), firm.venues(), Objects.requireNonNull(home));
        return new TransactionReportFactory(settled, persons, references, registry);
    }

    /**
     * A report made from the log.
     *
     * @param report the report; each field has its provenance
     * @param facts what else the log says of the trade
     * @param violations the rules of the trade's day that it breaks
     * @param unchecked the ids of rules that were not applied, because the register that they need was not given
     */
    public record Made(TransactionReport report, TradeFacts facts, List<Violation> violations, List<String> unchecked) {

        /** Copies the lists. */
        public Made {
            violations = List.copyOf(violations);
            unchecked = List.copyOf(unchecked);
        }

        /** {@return whether it breaks no rule that makes it wrong} */
        public boolean sendable() {
            return violations.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
        }
    }

    /**
     * An execution or allocation that no report could be made of.
     *
     * @param execution which
     * @param events where the log tells of it
     * @param code what kind of failure: BT-6033 if the client was erased
     * @param reason why, for the log
     */
    public record Failed(TransactionReference execution, EventIndices events, ErrorCode code, String reason) {}

    /**
     * An event that tells of a trade in a form that nobody can read. What it was to say is in no report.
     *
     * @param event its place
     * @param code what kind of failure
     * @param reason what is out of form, for the log
     */
    public record Unreadable(long event, ErrorCode code, String reason) {}

    /**
     * What was made of a log.
     *
     * @param size how many events were read
     * @param made reports, by reference
     * @param failed executions without one, by reference
     * @param together what is wrong with the reports taken together: references used twice, and an aggregate account that does
     *     not come to zero on a day
     * @param unreadable events out of form, by their places: an execution, or the correction of one, may be among them
     */
    public record Result(
            long size, List<Made> made, List<Failed> failed, List<Violation> together, List<Unreadable> unreadable) {

        /** Copies the lists. */
        public Result {
            made = List.copyOf(made);
            failed = List.copyOf(failed);
            together = List.copyOf(together);
            unreadable = List.copyOf(unreadable);
        }

        /** {@return whether all that the log tells of trades went into a report} */
        public boolean complete() {
            return failed.isEmpty() && unreadable.isEmpty();
        }
    }

    /**
     * Makes the reports of all executions and allocations in a log. What no report can be made of, and what cannot be read, is
     * listed and stops no other.
     *
     * @param trail the log
     * @param size how many events of it, at most the size of its checkpoint
     * @param reportedAt when the reports count as made; it decides nothing but whether a trade lies in the future
     * @return the reports, and what none could be made of
     * @throws InvalidInput if the log has fewer events under its checkpoint
     */
    public Result make(AuditTrail trail, long size, Instant reportedAt) {
        long most = trail.checkpoint().size();
        InvalidInput.unless(size >= 0 && size <= most, "size", size, "at most that of the checkpoint, " + most);
        LoggedTrades log = new LoggedTrades();
        List<Unreadable> unreadable = new ArrayList<>();
        trail.read(0, size, event -> {
            try {
                log.add(event);
            } catch (InvalidInput outOfForm) {
                unreadable.add(new Unreadable(event.index(), outOfForm.code(), outOfForm.getMessage()));
            }
        });
        ReportMaking making = new ReportMaking(firm, log, persons, reportedAt);
        List<Made> made = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        log.executions()
                .forEach((name, execution) ->
                        attempt(name, execution.index(), "execution", () -> making.execution(execution), made, failed));
        log.allocations()
                .forEach((name, allocation) -> attempt(
                        name, allocation.index(), "allocation", () -> making.allocation(allocation), made, failed));
        made.sort(Comparator.comparing((Made one) -> one.report().reference()));
        failed.sort(Comparator.comparing(Failed::execution));
        return new Result(
                size,
                made,
                failed,
                AggregateCheck.check(made.stream().map(Made::report).toList()),
                unreadable);
    }

    private void attempt(
            TransactionReference name,
            EventIndices events,
            String kind,
            Supplier<Draft> drafting,
            List<Made> made,
            List<Failed> failed) {
        try {
            made.add(checked(drafting.get(), kind + " " + name));
        } catch (BondTraderException unusable) {
            failed.add(new Failed(name, events, unusable.code(), unusable.getMessage()));
        }
    }

    private Made checked(Draft draft, String transaction) {
        TransactionReport report = draft.report();
        TransactionRules ofDay = rules.on(report.tradingTime().day()).content();
        List<Violation> violations = new ArrayList<>(ofDay.check(report, draft.facts()));
        List<String> unchecked = new ArrayList<>();
        ofDay.unchecked().forEach(rule -> unchecked.add(rule.id()));
        if (registry == null) {
            unchecked.add(AggregateCheck.REFERENCE_ONCE);
        } else if (!registry.claim(firm.executing(), report.reference(), transaction)) {
            violations.add(AggregateCheck.usedBefore(report));
        }
        return new Made(report, draft.facts(), violations, unchecked);
    }
}
