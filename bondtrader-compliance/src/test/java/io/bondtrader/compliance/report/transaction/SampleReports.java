package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.Concat;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reports that keep all rules, to be changed by tests: own account, agency for a client, aggregation, off venue. */
public final class SampleReports {

    public static final Lei FIRM = Lei.of("529900T8BM49AURSDO55");
    public static final Lei COUNTERPARTY = Lei.of("213800WSGIIZCXF1P572");
    public static final Lei CLIENT = Lei.of("5493001KJTIIGC8Y1R12");
    public static final Lei OTHER_FIRM = Lei.of("7LTWFZYICNSX8D621K86");
    public static final Isin BUND = Isin.of("DE0001030567");

    /** XBER and XGER stand for segments, XOPR for an operator, XSIN for an internaliser, XTHI for a platform abroad. */
    public static final VenueRegister VENUES = (mic, day) -> switch (mic.value()) {
        case "XBER", "XGER" -> Optional.of(VenueKind.SEGMENT);
        case "XOPR" -> Optional.of(VenueKind.OPERATOR_WITH_SEGMENTS);
        case "XSIN" -> Optional.of(VenueKind.SYSTEMATIC_INTERNALISER);
        case "XTHI" -> Optional.of(VenueKind.THIRD_COUNTRY);
        default -> Optional.empty();
    };

    public static final PersonRecord STAFF = new PersonRecord(
            "Günter", "Voß", LocalDate.of(1980, 7, 15), new TreeSet<>(Set.of(Country.of("DE"))), Map.of());

    private SampleReports() {}

    public static Responsible.Employee employee() {
        return new Responsible.Employee(
                Concat.of(Country.of("DE"), LocalDate.of(1980, 7, 15), "Günter", "Voß"), Country.of("DE"));
    }

    /** The same person as the log has it; {@link #STAFF} is on file. */
    public static Responsible.Named named() {
        return new Responsible.Named("trader 1", Country.of("DE"));
    }

    public static Party.Person person() {
        return new Party.Person(
                new NaturalPersonId(Country.of("PL"), "44051401359", IdentifierScheme.NIDN),
                "JAN",
                "KOWALSKI",
                LocalDate.of(1944, 5, 14));
    }

    public static Party.Person german() {
        return new Party.Person(
                Concat.of(Country.of("DE"), LocalDate.of(1980, 7, 15), "Günter", "Voß"),
                "GÜNTER",
                "VOß",
                LocalDate.of(1980, 7, 15));
    }

    /** The trade of ESMA's question and answer 1690, bought on own account on a venue. */
    public static TransactionReport ownAccount() {
        return TransactionReport.builder()
                .reference(TransactionReference.of("OWN0000001"))
                .venueTransactionId("MATCH42")
                .executingEntity(FIRM)
                .submittingEntity(FIRM)
                .buyer(PartySide.of(FIRM))
                .seller(PartySide.of(COUNTERPARTY))
                .tradingTime(TradingTime.parse("2026-11-20T09:30:00.123456Z"))
                .capacity(TradingCapacity.DEAL)
                .nominal(new BigDecimal("1000000"))
                .nominalCurrency(CurrencyCode.of("EUR"))
                .price(new Price.Percentage(new BigDecimal("110")))
                .netAmount(new BigDecimal("1111274.01"))
                .venue(Mic.of("XBER"))
                .venueBranch(Country.of("DE"))
                .instrument(BUND)
                .investmentDecision(employee())
                .execution(new Responsible.Algorithm("QUOTER7"))
                .waivers(Set.of(Waiver.SIZE))
                .build();
    }

    /** A sale for a person who lives by a mandate of the firm, off venue. */
    public static TransactionReport agency() {
        return ownAccount().toBuilder()
                .reference(TransactionReference.of("AGY0000001"))
                .venueTransactionId(null)
                .buyer(PartySide.of(COUNTERPARTY))
                .seller(PartySide.of(person()).withBranch(Country.of("PL")).decidedBy(new Party.LegalEntity(FIRM)))
                .tradingTime(TradingTime.parse("2026-11-20T14:05:09Z"))
                .capacity(TradingCapacity.AOTC)
                .venue(Mic.of("XOFF"))
                .venueBranch(null)
                .execution(employee())
                .waivers(Set.of())
                .shortSale(ShortSale.UNDI)
                .flags(Set.of(PostTradeFlag.LRGS, PostTradeFlag.TPAC))
                .packageId("PACK1")
                .build();
    }

    /** What an aggregate account bought on a venue that does not tell who sold. */
    public static TransactionReport market() {
        return ownAccount().toBuilder()
                .reference(TransactionReference.of("MKT0000001"))
                .buyer(PartySide.of(new Party.AggregateAccount()))
                .seller(PartySide.of(new Party.AnonymousVenue(Mic.of("XBER"))))
                .capacity(TradingCapacity.MTCH)
                .venueBranch(Country.of("FR"))
                .investmentDecision(null)
                .execution(new Responsible.Client())
                .build();
    }

    /** What a client got out of the aggregate account, the order passed on by another firm. */
    public static TransactionReport allocation() {
        return market().toBuilder()
                .reference(TransactionReference.of("ALC0000001"))
                .venueTransactionId(null)
                .venueBranch(null)
                .buyer(PartySide.of(CLIENT).withBranch(Country.of("DE")).decidedBy(german()))
                .seller(PartySide.of(new Party.AggregateAccount()))
                .transmission(new Transmission(false, OTHER_FIRM, null))
                .build();
    }

    public static FactsBuilder facts() {
        return new FactsBuilder();
    }

    /** Facts that fit the report of the same kind; tests change one at a time. */
    public static final class FactsBuilder {
        private Instant reportedAt = Instant.parse("2026-11-20T18:00:00Z");
        private TradingActivity activity = TradingActivity.OTHER_ELECTRONIC;
        private boolean marketSide = true;
        private boolean article4;
        private String cfi = "DBFTFB";
        private boolean sovereign = true;
        private boolean admitted = true;
        private BigDecimal accrued = new BigDecimal("0.02821918");
        private Set<Country> buyers = Set.of();
        private Set<Country> sellers = Set.of();

        public FactsBuilder reportedAt(String text) {
            reportedAt = Instant.parse(text);
            return this;
        }

        public FactsBuilder activity(TradingActivity value) {
            activity = value;
            return this;
        }

        public FactsBuilder clientSide() {
            marketSide = false;
            return this;
        }

        public FactsBuilder article4() {
            article4 = true;
            return this;
        }

        public FactsBuilder cfi(String value) {
            cfi = value;
            return this;
        }

        public FactsBuilder corporate() {
            sovereign = false;
            return this;
        }

        public FactsBuilder notAdmitted() {
            admitted = false;
            return this;
        }

        public FactsBuilder accrued(String value) {
            accrued = new BigDecimal(value);
            return this;
        }

        public FactsBuilder buyers(String... codes) {
            buyers = countries(codes);
            return this;
        }

        public FactsBuilder sellers(String... codes) {
            sellers = countries(codes);
            return this;
        }

        private static Set<Country> countries(String... codes) {
            return Arrays.stream(codes).map(Country::of).collect(Collectors.toUnmodifiableSet());
        }

        public TradeFacts build() {
            return new TradeFacts(
                    reportedAt,
                    activity,
                    marketSide,
                    article4,
                    cfi,
                    sovereign,
                    admitted,
                    accrued,
                    new BigDecimal("1.009990"),
                    buyers,
                    sellers);
        }
    }

    public static TradeFacts offVenueFacts() {
        return facts().clientSide()
                .activity(TradingActivity.OFF_VENUE)
                .sellers("PL", "US")
                .build();
    }

    public static TradeFacts allocationFacts() {
        return facts().clientSide().article4().buyers().build();
    }
}
