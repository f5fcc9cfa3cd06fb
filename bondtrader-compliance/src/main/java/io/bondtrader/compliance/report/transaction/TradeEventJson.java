package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.trade.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies of trade events as JSON: one name for each component; nothing unknown, nothing missing, nothing twice. */
final class TradeEventJson {

    private TradeEventJson() {}

    static CanonicalJson write(TradeEvent event) {
        Map<String, Object> body = new TreeMap<>();
        if (event instanceof TradeEvent.ClientRecorded client) {
            body.put("client", client.client());
            put(body, "lei", client.lei());
            if (client.person() != null) {
                body.put(SealedPerson.PATH, client.person().field());
            }
        } else if (event instanceof TradeEvent.EmployeeRecorded employee) {
            body.put("employee", employee.employee());
            body.put(SealedPerson.PATH, employee.person().field());
        } else if (event instanceof TradeEvent.InstrumentRecorded bond) {
            body.put("isin", bond.isin().value());
            body.put("cfi", bond.cfi());
            body.put("sovereign", bond.sovereign());
            body.put("admitted", bond.admitted());
        } else if (event instanceof TradeEvent.OrderReceived order) {
            body.put("order", order.order());
            if (order.clients().size() == 1) {
                body.put("client", order.clients().get(0));
            } else if (!order.clients().isEmpty()) {
                body.put("clients", order.clients());
            }
            put(body, "representative", order.representative());
            put(body, "branch", order.branch());
            put(body, "transmittingFirm", order.transmittingFirm());
            body.put("discretionary", order.discretionary());
        } else if (event instanceof TradeEvent.OrderExecuted execution) {
            execution(body, execution);
        } else if (event instanceof TradeEvent.OrderAllocated allocation) {
            body.put("allocation", allocation.allocation().text());
            body.put("execution", allocation.execution().text());
            body.put("order", allocation.order());
            body.put("nominal", allocation.nominal().toPlainString());
            body.put("cleanPricePct", allocation.cleanPricePct().toPlainString());
        }
        return CanonicalJson.of(body);
    }

    private static void execution(Map<String, Object> body, TradeEvent.OrderExecuted event) {
        body.put("execution", event.execution().text());
        body.put("order", event.order());
        body.put("side", event.side());
        body.put("isin", event.isin().value());
        body.put("nominal", event.nominal().toPlainString());
        body.put("currency", event.currency().code());
        body.put("cleanPricePct", event.cleanPricePct().toPlainString());
        body.put("accruedPct", event.accruedPct().toPlainString());
        body.put("indexRatio", event.indexRatio().toPlainString());
        body.put("time", event.time().toString());
        body.put("activity", event.activity());
        body.put("capacity", event.capacity());
        if (event.counterparty() instanceof Party.LegalEntity entity) {
            body.put("counterparty", Map.of("lei", entity.lei().value()));
        } else if (event.counterparty() instanceof Party.AnonymousVenue anonymous) {
            body.put("counterparty", Map.of("mic", anonymous.mic().value()));
        }
        body.put("venue", event.venue().value());
        body.put("marketSide", event.marketSide());
        put(body, "venueTransactionId", event.venueTransactionId());
        put(body, "membershipBranch", event.membershipBranch());
        Responsible decision = event.decision();
        if (decision != null) {
            body.put("decision", responsible(decision));
        }
        body.put("executor", responsible(event.executor()));
        body.put("waivers", names(event.waivers()));
        put(body, "shortSale", event.shortSale());
        body.put("flags", names(event.flags()));
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }

    private static <T extends Enum<T>> List<String> names(Collection<T> codes) {
        return new TreeSet<>(codes).stream().map(Enum::name).toList();
    }

    private static Map<String, Object> responsible(Responsible responsible) {
        if (responsible instanceof Responsible.Algorithm algorithm) {
            return Map.of("algorithm", algorithm.code());
        }
        if (responsible instanceof Responsible.Named named) {
            return Map.of("employee", named.employee(), "branch", named.branch().code());
        }
        return Map.of("client", true);
    }

    /** What is encrypted of a person. */
    static CanonicalJson person(PersonRecord person) {
        return CanonicalJson.of(Map.of(
                "firstNames", person.firstNames(),
                "surname", person.surname(),
                "birthDate", person.birthDate().toString(),
                "nationalities",
                        person.nationalities().stream().map(Country::code).toList(),
                "numbers", person.numbers()));
    }

    /** Reads what {@link #person} wrote. */
    static PersonRecord person(String text) {
        EventMembers person = EventMembers.parse(SealedPerson.PATH, text);
        TreeSet<Country> nationalities = new TreeSet<>();
        person.texts("nationalities").forEach(code -> nationalities.add(Country.of(code)));
        PersonRecord record = new PersonRecord(
                person.text("firstNames"),
                person.text("surname"),
                person.date("birthDate"),
                nationalities,
                person.map("numbers"));
        person.requireAllRead();
        return record;
    }

    static @Nullable TradeEvent read(String action, CanonicalJson body) {
        return switch (action) {
            case "client.recorded" -> client(new EventMembers(action, body));
            case "employee.recorded" -> employee(new EventMembers(action, body));
            case "instrument.recorded" -> instrument(new EventMembers(action, body));
            case "order.received" -> order(new EventMembers(action, body));
            case "order.executed" -> executed(new EventMembers(action, body));
            case "order.allocated" -> allocated(new EventMembers(action, body));
            default -> null;
        };
    }

    private static TradeEvent client(EventMembers body) {
        SealedPerson person = body.has(SealedPerson.PATH) ? new SealedPerson(body.json(SealedPerson.PATH)) : null;
        TradeEvent event = new TradeEvent.ClientRecorded(body.text("client"), body.optional("lei", Lei::of), person);
        body.requireAllRead();
        return event;
    }

    private static TradeEvent employee(EventMembers body) {
        TradeEvent event =
                new TradeEvent.EmployeeRecorded(body.text("employee"), new SealedPerson(body.json(SealedPerson.PATH)));
        body.requireAllRead();
        return event;
    }

    private static TradeEvent instrument(EventMembers body) {
        TradeEvent event = new TradeEvent.InstrumentRecorded(
                Isin.of(body.text("isin")), body.text("cfi"), body.truth("sovereign"), body.truth("admitted"));
        body.requireAllRead();
        return event;
    }

    private static TradeEvent order(EventMembers body) {
        TradeEvent event = new TradeEvent.OrderReceived(
                body.text("order"),
                clients(body),
                body.optional("branch", Country::of),
                body.optional("transmittingFirm", Lei::of),
                body.truth("discretionary"),
                body.optional("representative", Function.identity()));
        body.requireAllRead();
        return event;
    }

    /** One name as a text, several as a list: one order has one spelling. */
    private static List<String> clients(EventMembers body) {
        if (!body.has("clients")) {
            String one = body.optional("client", Function.identity());
            return one == null ? List.of() : List.of(one);
        }
        List<String> several = body.texts("clients");
        if (several.size() < 2 || body.has("client")) {
            throw body.wrong("clients");
        }
        return several;
    }

    private static TradeEvent allocated(EventMembers body) {
        TradeEvent event = new TradeEvent.OrderAllocated(
                TransactionReference.of(body.text("allocation")),
                TransactionReference.of(body.text("execution")),
                body.text("order"),
                body.number("nominal"),
                body.number("cleanPricePct"));
        body.requireAllRead();
        return event;
    }

    private static TradeEvent executed(EventMembers body) {
        EventMembers decision = body.optionalBody("decision");
        Responsible decider = decision == null ? null : responsible(decision);
        if (decider != null && !(decider instanceof Responsible.Decider)) {
            throw body.wrong("decision");
        }
        TradeEvent event = new TradeEvent.OrderExecuted(
                TransactionReference.of(body.text("execution")),
                body.text("order"),
                body.code("side", Side.class),
                Isin.of(body.text("isin")),
                body.number("nominal"),
                CurrencyCode.of(body.text("currency")),
                body.number("cleanPricePct"),
                body.number("accruedPct"),
                body.number("indexRatio"),
                TradingTime.parse(body.text("time")),
                body.code("activity", TradingActivity.class),
                body.code("capacity", TradingCapacity.class),
                counterparty(body.body("counterparty")),
                Mic.of(body.text("venue")),
                body.truth("marketSide"),
                body.optional("venueTransactionId", Function.identity()),
                (Responsible.Decider) decider,
                responsible(body.body("executor")),
                body.codes("waivers", Waiver.class),
                body.optional("shortSale", text -> body.parse("shortSale", text, ShortSale.class)),
                body.codes("flags", PostTradeFlag.class),
                body.optional("membershipBranch", Country::of));
        body.requireAllRead();
        return event;
    }

    private static Party counterparty(EventMembers body) {
        Lei lei = body.optional("lei", Lei::of);
        Party party = lei != null ? new Party.LegalEntity(lei) : new Party.AnonymousVenue(Mic.of(body.text("mic")));
        body.requireAllRead();
        return party;
    }

    private static Responsible responsible(EventMembers body) {
        String algorithm = body.optional("algorithm", Function.identity());
        Responsible responsible;
        if (algorithm != null) {
            responsible = new Responsible.Algorithm(algorithm);
        } else if (body.has("client")) {
            if (!body.truth("client")) {
                throw body.wrong("client");
            }
            responsible = new Responsible.Client();
        } else {
            responsible = new Responsible.Named(body.text("employee"), Country.of(body.text("branch")));
        }
        body.requireAllRead();
        return responsible;
    }
}
