package io.bondtrader.compliance.report.transaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies of trade events as JSON: one name for each component; nothing unknown, nothing missing, nothing twice. */
final class TradeEventJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_NUMBER = 40;

    private TradeEventJson() {}

    static CanonicalJson write(TradeEvent event) {
        Map<String, Object> body = new TreeMap<>();
        if (event instanceof TradeEvent.ClientRecorded client) {
            body.put("client", client.client());
            put(body, "lei", client.lei());
            if (client.person() != null) {
                body.put("person", person(client.person()));
            }
        } else if (event instanceof TradeEvent.InstrumentRecorded bond) {
            body.put("isin", bond.isin().value());
            body.put("cfi", bond.cfi());
            body.put("sovereign", bond.sovereign());
            body.put("admitted", bond.admitted());
        } else if (event instanceof TradeEvent.OrderReceived order) {
            body.put("order", order.order());
            put(body, "client", order.client());
            put(body, "branch", order.branch());
            put(body, "transmittingFirm", order.transmittingFirm());
            body.put("discretionary", order.discretionary());
        } else if (event instanceof TradeEvent.OrderExecuted execution) {
            execution(body, execution);
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
        if (responsible instanceof Responsible.Employee employee) {
            return Map.of(
                    "person", employee.id().text(),
                    "scheme", employee.id().scheme(),
                    "branch", employee.branch().code());
        }
        return Map.of("client", true);
    }

    private static Map<String, Object> person(PersonRecord person) {
        return Map.of(
                "firstNames", person.firstNames(),
                "surname", person.surname(),
                "birthDate", person.birthDate().toString(),
                "nationalities",
                        person.nationalities().stream().map(Country::code).toList(),
                "numbers", person.numbers());
    }

    static @Nullable TradeEvent read(String action, CanonicalJson body) {
        return switch (action) {
            case "client.recorded" -> client(new Body(action, body));
            case "instrument.recorded" -> instrument(new Body(action, body));
            case "order.received" -> order(new Body(action, body));
            case "order.executed" -> executed(new Body(action, body));
            default -> null;
        };
    }

    private static TradeEvent client(Body body) {
        Body person = body.optionalBody("person");
        @Nullable PersonRecord record = null;
        if (person != null) {
            TreeSet<Country> nationalities = new TreeSet<>();
            person.texts("nationalities").forEach(code -> nationalities.add(Country.of(code)));
            record = new PersonRecord(
                    person.text("firstNames"),
                    person.text("surname"),
                    person.date("birthDate"),
                    nationalities,
                    person.map("numbers"));
            person.requireAllRead();
        }
        TradeEvent event = new TradeEvent.ClientRecorded(body.text("client"), body.optional("lei", Lei::of), record);
        body.requireAllRead();
        return event;
    }

    private static TradeEvent instrument(Body body) {
        TradeEvent event = new TradeEvent.InstrumentRecorded(
                Isin.of(body.text("isin")), body.text("cfi"), body.truth("sovereign"), body.truth("admitted"));
        body.requireAllRead();
        return event;
    }

    private static TradeEvent order(Body body) {
        TradeEvent event = new TradeEvent.OrderReceived(
                body.text("order"),
                body.optional("client", Function.identity()),
                body.optional("branch", Country::of),
                body.optional("transmittingFirm", Lei::of),
                body.truth("discretionary"));
        body.requireAllRead();
        return event;
    }

    private static TradeEvent executed(Body body) {
        Body decision = body.optionalBody("decision");
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
                body.codes("flags", PostTradeFlag.class));
        body.requireAllRead();
        return event;
    }

    private static Party counterparty(Body body) {
        Lei lei = body.optional("lei", Lei::of);
        Party party = lei != null ? new Party.LegalEntity(lei) : new Party.AnonymousVenue(Mic.of(body.text("mic")));
        body.requireAllRead();
        return party;
    }

    private static Responsible responsible(Body body) {
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
            responsible = new Responsible.Employee(
                    NaturalPersonId.parse(body.text("person"), body.code("scheme", IdentifierScheme.class)),
                    Country.of(body.text("branch")));
        }
        body.requireAllRead();
        return responsible;
    }

    /** A JSON object that is read name by name. */
    private static final class Body {
        private final String path;
        private final JsonNode node;
        private final Set<String> read = new HashSet<>();

        Body(String action, CanonicalJson json) {
            this(action, parsed(action, json));
        }

        private Body(String path, JsonNode node) {
            this.path = path;
            this.node = node;
            if (!node.isObject()) {
                throw new InvalidInput(path, "other JSON", "a JSON object");
            }
        }

        private static JsonNode parsed(String action, CanonicalJson json) {
            try {
                return JSON.readTree(json.text());
            } catch (JsonProcessingException unreadable) {
                throw new InvalidInput(action, "no JSON", "a JSON object");
            }
        }

        /** The value stays out of the message: it may be personal. */
        InvalidInput wrong(String name) {
            return new InvalidInput(path + "." + name, "missing or of another form", "as documented");
        }

        boolean has(String name) {
            return node.has(name);
        }

        private JsonNode take(String name) {
            read.add(name);
            JsonNode value = node.get(name);
            if (value == null) {
                throw wrong(name);
            }
            return value;
        }

        String text(String name) {
            JsonNode value = take(name);
            if (!value.isTextual()) {
                throw wrong(name);
            }
            return value.textValue();
        }

        <T> @Nullable T optional(String name, Function<String, T> reader) {
            return node.has(name) ? reader.apply(text(name)) : null;
        }

        boolean truth(String name) {
            JsonNode value = take(name);
            if (!value.isBoolean()) {
                throw wrong(name);
            }
            return value.booleanValue();
        }

        BigDecimal number(String name) {
            String text = text(name);
            boolean plain = text.length() <= LONGEST_NUMBER
                    && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
            try {
                if (plain) {
                    return new BigDecimal(text);
                }
            } catch (NumberFormatException noNumber) {
                throw wrong(name);
            }
            throw wrong(name);
        }

        LocalDate date(String name) {
            try {
                return LocalDate.parse(text(name));
            } catch (DateTimeException noDate) {
                throw wrong(name);
            }
        }

        <T extends Enum<T>> T code(String name, Class<T> type) {
            return parse(name, text(name), type);
        }

        <T extends Enum<T>> T parse(String name, String text, Class<T> type) {
            for (T code : EnumSet.allOf(type)) {
                if (code.name().equals(text)) {
                    return code;
                }
            }
            throw wrong(name);
        }

        <T extends Enum<T>> Set<T> codes(String name, Class<T> type) {
            Set<T> codes = EnumSet.noneOf(type);
            texts(name).forEach(text -> codes.add(parse(name, text, type)));
            return codes;
        }

        List<String> texts(String name) {
            JsonNode value = take(name);
            List<String> texts = new ArrayList<>();
            for (JsonNode element : value) {
                texts.add(element.isTextual() ? element.textValue() : "");
            }
            if (!value.isArray() || texts.contains("")) {
                throw wrong(name);
            }
            return texts;
        }

        Map<String, String> map(String name) {
            Map<String, String> map = new TreeMap<>();
            JsonNode value = take(name);
            if (!value.isObject()) {
                throw wrong(name);
            }
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                if (!entry.getValue().isTextual()) {
                    throw wrong(name);
                }
                map.put(entry.getKey(), entry.getValue().textValue());
            }
            return map;
        }

        Body body(String name) {
            return new Body(path + "." + name, take(name));
        }

        @Nullable
        Body optionalBody(String name) {
            return node.has(name) ? body(name) : null;
        }

        void requireAllRead() {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                InvalidInput.unless(
                        read.contains(entry.getKey()), path, entry.getKey(), "without names that it has not");
            }
        }
    }
}
