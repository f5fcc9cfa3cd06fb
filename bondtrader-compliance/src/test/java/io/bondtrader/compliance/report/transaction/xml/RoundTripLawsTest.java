package io.bondtrader.compliance.report.transaction.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.report.transaction.Cancellation;
import io.bondtrader.compliance.report.transaction.Party;
import io.bondtrader.compliance.report.transaction.PartySide;
import io.bondtrader.compliance.report.transaction.PostTradeFlag;
import io.bondtrader.compliance.report.transaction.Price;
import io.bondtrader.compliance.report.transaction.Responsible;
import io.bondtrader.compliance.report.transaction.SampleReports;
import io.bondtrader.compliance.report.transaction.ShortSale;
import io.bondtrader.compliance.report.transaction.TradingCapacity;
import io.bondtrader.compliance.report.transaction.TradingTime;
import io.bondtrader.compliance.report.transaction.TransactionMessage;
import io.bondtrader.compliance.report.transaction.TransactionReference;
import io.bondtrader.compliance.report.transaction.TransactionReport;
import io.bondtrader.compliance.report.transaction.Transmission;
import io.bondtrader.compliance.report.transaction.Waiver;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever report there can be is written in the structure of the message, and read back as it was. */
final class RoundTripLawsTest {

    private static final List<Lei> LEIS =
            List.of(SampleReports.FIRM, SampleReports.CLIENT, SampleReports.COUNTERPARTY, SampleReports.OTHER_FIRM);
    private static final String LETTERS = "ABCXYZ0189";
    private static final String NAMES = "ABÉØẞ<&>\"' -,ИΩ\ud83d\ude00";

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll long seed) {
        Random random = new Random(seed);
        List<TransactionMessage> messages = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            TransactionReport report = report(random);
            messages.add(random.nextInt(4) == 0 ? Cancellation.of(report) : report);
        }
        MessageHeader header = random.nextBoolean()
                ? null
                : new MessageHeader("A", "B", "C", "D", Instant.ofEpochSecond(random.nextInt()));
        TransactionFile file = new TransactionFile(header, messages);
        byte[] xml = TransactionXml.write(file);

        assertThat(TransactionXml.check(new ByteArrayInputStream(xml))).isEmpty();
        assertThat(TransactionXml.read(new ByteArrayInputStream(xml))).isEqualTo(file);
    }

    private static TransactionReport report(Random random) {
        int digits = random.nextInt(10);
        long unit = BigInteger.TEN.pow(9 - digits).longValueExact();
        Instant time = Instant.ofEpochSecond(
                1_514_937_600L + random.nextInt(1_000_000_000), random.nextInt(1_000_000_000) / unit * unit);
        return TransactionReport.builder()
                .reference(TransactionReference.of(text(random, LETTERS, 52)))
                .venueTransactionId(maybe(random, text(random, LETTERS, 52)))
                .executingEntity(lei(random))
                .investmentFirm(random.nextBoolean())
                .submittingEntity(lei(random))
                .buyer(side(random))
                .seller(side(random))
                .transmission(
                        new Transmission(random.nextBoolean(), maybe(random, lei(random)), maybe(random, lei(random))))
                .tradingTime(new TradingTime(time, digits))
                .capacity(pick(random, TradingCapacity.class))
                .nominal(number(random, 13, 5).max(new BigDecimal("0.00001")))
                .nominalCurrency(CurrencyCode.of("EUR"))
                .price(price(random))
                .netAmount(maybe(random, number(random, 13, 5)))
                .venue(Mic.of(text(random, LETTERS, 1).repeat(4)))
                .venueBranch(maybe(random, Country.of("FR")))
                .packageId(maybe(random, text(random, LETTERS, 35)))
                .instrument(SampleReports.BUND)
                .investmentDecision(maybe(random, decider(random)))
                .execution(random.nextBoolean() ? new Responsible.Client() : decider(random))
                .waivers(some(random, Waiver.class))
                .shortSale(maybe(random, pick(random, ShortSale.class)))
                .flags(some(random, PostTradeFlag.class))
                .securitiesFinancing(random.nextBoolean())
                .build();
    }

    private static PartySide side(Random random) {
        List<PartySide.Owner> owners = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Party party = switch (random.nextInt(4)) {
                case 0 -> new Party.LegalEntity(lei(random));
                case 1 -> new Party.AnonymousVenue(Mic.of("XBER"));
                case 2 -> new Party.AggregateAccount();
                default -> person(random);
            };
            owners.add(new PartySide.Owner(party, maybe(random, Country.of("DE"))));
        }
        List<Party.DecisionMaker> makers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            makers.add(random.nextBoolean() ? person(random) : new Party.LegalEntity(lei(random)));
        }
        return new PartySide(owners, makers);
    }

    private static Party.Person person(Random random) {
        return new Party.Person(
                id(random),
                "A" + text(random, NAMES, 60),
                text(random, NAMES, 60) + "Z",
                LocalDate.ofEpochDay(random.nextInt(30_000) - 20_000));
    }

    private static NaturalPersonId id(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> SampleReports.german().id();
            case 1 -> new NaturalPersonId(Country.of("FI"), "131052+308T", IdentifierScheme.NIDN);
            case 2 -> new NaturalPersonId(Country.of("LV"), "161175-19997", IdentifierScheme.NIDN);
            default -> new NaturalPersonId(Country.of("US"), text(random, LETTERS, 33), IdentifierScheme.CCPT);
        };
    }

    private static Responsible.Decider decider(Random random) {
        return random.nextBoolean()
                ? new Responsible.Algorithm(text(random, LETTERS, 50))
                : new Responsible.Employee(id(random), Country.of("IE"));
    }

    private static Price price(Random random) {
        BigDecimal small = number(random, 1, 10);
        BigDecimal signed = random.nextBoolean() ? small : small.negate();
        return switch (random.nextInt(5)) {
            case 0 -> new Price.Percentage(signed);
            case 1 -> new Price.Yield(signed);
            case 2 -> new Price.BasisPoints(signed);
            case 3 -> new Price.Monetary(signed, CurrencyCode.of("USD"));
            default -> new Price.None(pick(random, Price.Reason.class), maybe(random, CurrencyCode.of("CHF")));
        };
    }

    private static BigDecimal number(Random random, int whole, int places) {
        BigInteger digits = new BigInteger(80, random).mod(BigInteger.TEN.pow(whole + places));
        return new BigDecimal(digits, places);
    }

    private static Lei lei(Random random) {
        return LEIS.get(random.nextInt(LEIS.size()));
    }

    private static <T extends Enum<T>> T pick(Random random, Class<T> type) {
        List<T> all = List.copyOf(EnumSet.allOf(type));
        return all.get(random.nextInt(all.size()));
    }

    private static <T extends Enum<T>> Set<T> some(Random random, Class<T> type) {
        Set<T> some = EnumSet.noneOf(type);
        EnumSet.allOf(type).stream().filter(code -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }

    private static String text(Random random, String letters, int longest) {
        StringBuilder text = new StringBuilder();
        int[] points = letters.codePoints().toArray();
        for (int i = random.nextInt(longest); i >= 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
