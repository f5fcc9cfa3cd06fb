package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.regulation.Jurisdiction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every kind of bond, place, system, interest, size and day, against the rules written down a second time by hand. */
final class DecisionTableTest {

    private static final List<String> UNION_DAYS = List.of(
            "2018-01-03",
            "2021-01-01",
            "2021-01-04",
            "2024-03-27",
            "2024-03-28",
            "2026-02-27",
            "2026-03-02",
            "2026-05-01",
            "2026-05-04");
    private static final List<String> KINGDOM_DAYS = List.of("2021-01-01", "2025-11-28", "2025-12-01", "2026-11-20");

    private static List<Long> sizes() {
        List<Long> all = new ArrayList<>();
        for (long at : new long[] {
            500_000,
            600_000,
            1_000_000,
            1_500_000,
            2_000_000,
            2_500_000,
            5_000_000,
            7_000_000,
            10_000_000,
            15_000_000,
            25_000_000,
            50_000_000,
            100_000_000,
            250_000_000,
            500_000_000
        }) {
            all.addAll(List.of(at - 1, at, at + 1));
        }
        return all;
    }

    private static <T> T pick(List<T> all, long size) {
        return all.get((int) (size % all.size()));
    }

    private static TransparencyRequest request(
            Jurisdiction law,
            BondProfile bond,
            ExecutionPlace place,
            TradingSystem system,
            InterestKind interest,
            long size,
            String day,
            boolean own) {
        TransparencyRequest request = TransparencyRequest.of(
                        "o1", law, bond, place, system, BigDecimal.valueOf(size), Requests.noon(day), ZoneOffset.UTC)
                .as(interest)
                .withThresholds(Requests.SIZES);
        return own ? request.onOwnAccount() : request;
    }

    @Test
    void theUnionDecidesAsTheTableByHand() {
        long decided = 0;
        for (BondClass type : BondClass.values()) {
            for (long issued :
                    new long[] {249_999_999, 250_000_000, 499_999_999, 500_000_000, 999_999_999, 1_000_000_000}) {
                for (boolean liquid : new boolean[] {false, true}) {
                    for (String group : List.of("", "1")) {
                        BondProfile bond = Requests.bond(type, "" + issued, "EUR")
                                .withLiquidity(Requests.status(liquid))
                                .inGroup(group);
                        decided += union(bond, issued, liquid);
                    }
                }
            }
        }
        assertThat(decided).isGreaterThan(100_000);
    }

    private static long union(BondProfile bond, long issued, boolean liquid) {
        long decided = 0;
        for (String day : UNION_DAYS) {
            for (long size : sizes()) {
                // Each place with one system and each system with one place: they meet nowhere else than in the rule of
                // systems.
                for (ExecutionPlace place : ExecutionPlace.values()) {
                    TradingSystem system = pick(List.of(TradingSystem.values()), size);
                    InterestKind interest = pick(List.of(InterestKind.values()), size);
                    boolean own = size % 5 < 2;
                    String byHand = unionByHand(bond, issued, liquid, place, system, interest, size, day, own);
                    TransparencyDecision decision = Requests.RULES.decide(
                            request(Jurisdiction.EU, bond, place, system, interest, size, day, own));
                    assertThat(said(decision, day))
                            .as("%s %s %s %s %s %s", bond, place, system, interest, size, day)
                            .isEqualTo(byHand);
                    decided++;
                }
            }
        }
        return decided;
    }

    @Test
    void everySystemMeetsEveryPlaceAndInterest() {
        for (boolean liquid : new boolean[] {false, true}) {
            BondProfile bond =
                    Requests.bond(BondClass.CORPORATE, "499999999", "EUR").withLiquidity(Requests.status(liquid));
            for (String day : UNION_DAYS) {
                for (long size : sizes()) {
                    for (ExecutionPlace place : ExecutionPlace.values()) {
                        for (TradingSystem system : TradingSystem.values()) {
                            for (InterestKind interest : InterestKind.values()) {
                                TransparencyDecision decision = Requests.RULES.decide(
                                        request(Jurisdiction.EU, bond, place, system, interest, size, day, false));
                                assertThat(said(decision, day))
                                        .as("%s %s %s %s %s", place, system, interest, size, day)
                                        .isEqualTo(unionByHand(
                                                bond, 499_999_999, liquid, place, system, interest, size, day, false));
                            }
                        }
                    }
                }
            }
        }
    }

    private static String unionByHand(
            BondProfile bond,
            long issued,
            boolean published,
            ExecutionPlace place,
            TradingSystem system,
            InterestKind interest,
            long size,
            String day,
            boolean own) {
        boolean review = day.compareTo("2024-03-28") >= 0;
        boolean groups = day.compareTo("2026-03-02") >= 0;
        boolean liquid = published;
        if (groups) {
            long least = switch (bond.bondClass()) {
                case SOVEREIGN, OTHER_PUBLIC -> 1_000_000_000;
                case COVERED -> 250_000_000;
                default -> 500_000_000;
            };
            liquid = issued >= least;
        }
        String before = beforeByHand(review, liquid, place, system, interest, size);
        String quotes = "NONE";
        if (place == ExecutionPlace.SYSTEMATIC_INTERNALISER && !review && size <= 600_000) {
            quotes = liquid ? "PUBLISH_FIRM_QUOTE" : "DISCLOSE_ON_REQUEST";
        }
        String after = groups
                ? groupsByHand(bond, liquid, size, day)
                : conditionsByHand(liquid, size, own, day.compareTo("2021-01-03") < 0 ? 15 : 5, day);
        return before + " " + quotes + " " + after;
    }

    private static String beforeByHand(
            boolean review,
            boolean liquid,
            ExecutionPlace place,
            TradingSystem system,
            InterestKind interest,
            long size) {
        boolean onVenue = place != ExecutionPlace.OTC && place != ExecutionPlace.SYSTEMATIC_INTERNALISER;
        boolean shown =
                onVenue && (!review || system == TradingSystem.ORDER_BOOK || system == TradingSystem.PERIODIC_AUCTION);
        if (!shown) {
            return "NOT_REQUIRED []";
        }
        boolean asked = system == TradingSystem.REQUEST_FOR_QUOTE || system == TradingSystem.VOICE;
        List<String> waivers = new ArrayList<>();
        if (size >= 1_500_000) {
            waivers.add("LRGS");
        }
        if (!liquid) {
            waivers.add("ILQD");
        }
        if (!review && asked && interest == InterestKind.INDICATION && size >= 600_000) {
            waivers.add("SIZE");
        }
        if (interest == InterestKind.MANAGED_ORDER) {
            waivers.add("OMFA");
        }
        return (waivers.isEmpty() ? "PUBLISH " : "WAIVED ") + waivers;
    }

    private static String conditionsByHand(boolean liquid, long size, boolean own, int minutes, String day) {
        Set<String> flags = new TreeSet<>();
        if (!liquid) {
            flags.add("ILQD");
        }
        if (size >= 7_000_000) {
            flags.add("LRGS");
        }
        if (own && size >= 2_000_000) {
            flags.add("SIZE");
        }
        if (flags.isEmpty()) {
            return "[] ALL@" + LocalDate.parse(day).atTime(12, minutes);
        }
        return flags + " ALL@" + workingDay(day, 2).atTime(19, 0);
    }

    private static String groupsByHand(BondProfile bond, boolean liquid, long size, String day) {
        boolean publicBond = bond.bondClass() == BondClass.SOVEREIGN || bond.bondClass() == BondClass.OTHER_PUBLIC;
        long[] from = switch (bond.bondClass()) {
            case SOVEREIGN, OTHER_PUBLIC ->
                bond.group().equals("1")
                        ? new long[] {15_000_000, 50_000_000, Long.MAX_VALUE}
                        : new long[] {5_000_000, 15_000_000, 50_000_000};
            case COVERED -> new long[] {5_000_000, 15_000_000, 50_000_000};
            default -> new long[] {1_000_000, 5_000_000, 15_000_000};
        };
        assertThat(publicBond || from[2] < Long.MAX_VALUE).isTrue();
        LocalDate date = LocalDate.parse(day);
        LocalTime end = LocalTime.of(18, 0);
        if (size < from[0]) {
            return "[] ALL@" + date.atTime(12, 5);
        }
        if (size < from[1]) {
            return liquid ? "[MLF1] ALL@" + date.atTime(12, 15) : "[MIF2] ALL@" + date.atTime(end);
        }
        if (size < from[2]) {
            return liquid
                    ? "[LLF3] ALL_BUT_VOLUME@" + workingDay(day, 1).atTime(end) + " ALL@"
                            + date.plusDays(7).atTime(end)
                    : "[LIF4] ALL_BUT_VOLUME@" + workingDay(day, 2).atTime(end) + " ALL@"
                            + date.plusDays(14).atTime(end);
        }
        return (liquid ? "[VLF5]" : "[VIF5]") + " ALL@" + date.plusDays(28).atTime(end);
    }

    @Test
    void theKingdomDecidesAsTheTableByHand() {
        long decided = 0;
        for (String country : List.of("GB", "FR", "NL")) {
            for (BondClass type : BondClass.values()) {
                for (long issued : new long[] {499_999_999, 500_000_000, 1_999_999_999, 2_000_000_000}) {
                    for (String maturity :
                            List.of("2030-11-20", "2030-12-01", "2035-11-20", "2040-12-01", "2040-12-02")) {
                        for (String currency : List.of("GBP", "EUR", "JPY")) {
                            decided += kingdom(country, type, issued, maturity, currency);
                        }
                    }
                }
            }
        }
        assertThat(decided).isGreaterThan(100_000);
    }

    private static long kingdom(String country, BondClass type, long issued, String maturity, String currency) {
        long decided = 0;
        BondProfile plain = BondProfile.of(
                Requests.ISIN, type, country, BigDecimal.valueOf(issued), currency, LocalDate.parse(maturity));
        for (BondProfile bond : List.of(plain, plain.asLinkedOrStripped(), plain.highYield())) {
            for (String day : KINGDOM_DAYS) {
                for (long size : sizes()) {
                    TradingSystem system = pick(List.of(TradingSystem.values()), size);
                    ExecutionPlace place = pick(List.of(ExecutionPlace.values()), size);
                    TransparencyRequest request = request(
                                    Jurisdiction.UK, bond, place, system, InterestKind.ORDER, size, day, false)
                            .withRate("GBP", BigDecimal.ONE)
                            .withRate("EUR", BigDecimal.ONE);
                    assertThat(said(Requests.RULES.decide(request), day))
                            .as("%s %s %s %s %s", bond, place, system, size, day)
                            .isEqualTo(kingdomByHand(bond, issued, place, system, size, day));
                    decided++;
                }
            }
        }
        return decided;
    }

    private static String kingdomByHand(
            BondProfile bond, long issued, ExecutionPlace place, TradingSystem system, long size, String day) {
        boolean onVenue = place != ExecutionPlace.OTC && place != ExecutionPlace.SYSTEMATIC_INTERNALISER;
        boolean internaliser = place == ExecutionPlace.SYSTEMATIC_INTERNALISER;
        if (day.compareTo("2025-12-01") < 0) {
            // Nothing is known of the bond's liquidity: it counts as liquid.
            String quotes = internaliser && size <= 600_000 ? "PUBLISH_FIRM_QUOTE" : "NONE";
            return beforeByHand(false, true, place, system, InterestKind.ORDER, size) + " " + quotes + " "
                    + conditionsByHand(true, size, false, 5, day);
        }
        boolean shown = onVenue && system != TradingSystem.REQUEST_FOR_QUOTE && system != TradingSystem.VOICE;
        String before = !shown ? "NOT_REQUIRED []" : size >= 1_500_000 ? "WAIVED [LRGS]" : "PUBLISH []";
        double[] millions = millions(bond, issued, LocalDate.parse(day));
        LocalDate date = LocalDate.parse(day);
        String after = "[] ALL@" + date.atTime(12, 5);
        if (size > millions[0] * 1e6) {
            after = "[LRGS] ALL@" + date.plusDays(1).atTime(18, 0);
        }
        if (size > millions[1] * 1e6) {
            after = "[LRGS] ALL@" + date.plusDays(14).atTime(18, 0);
        }
        if (millions.length > 2 && size > millions[2] * 1e6) {
            after = "[LRGS] ALL@" + date.plusMonths(3).atTime(18, 0);
        }
        return before + " NONE " + after;
    }

    private static double[] millions(BondProfile bond, long issued, LocalDate day) {
        boolean large = issued >= 2_000_000_000;
        if (bond.bondClass() == BondClass.SOVEREIGN || bond.bondClass() == BondClass.OTHER_PUBLIC) {
            boolean six = bond.bondClass() == BondClass.SOVEREIGN
                    && !bond.issuerCountry().equals("NL")
                    && !bond.linkedOrStripped();
            if (large && six) {
                if (bond.maturity().compareTo(day.plusYears(5)) <= 0) {
                    return new double[] {15, 50, 500};
                }
                return bond.maturity().compareTo(day.plusYears(15)) <= 0
                        ? new double[] {10, 25, 250}
                        : new double[] {5, 10, 100};
            }
            return large ? new double[] {1, 5, 25} : new double[] {1, 2.5, 10};
        }
        if (issued >= 500_000_000 && !bond.currency().equals("JPY")) {
            return bond.investmentGrade() ? new double[] {1, 5} : new double[] {1, 2.5};
        }
        return new double[] {0.5, 5};
    }

    private static LocalDate workingDay(String day, int count) {
        LocalDate date = LocalDate.parse(day);
        for (int left = count; left > 0; ) {
            date = date.plusDays(1);
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return date;
    }

    private static String said(TransparencyDecision decision, String day) {
        assertThat(LocalDate.parse(day).getDayOfWeek()).isNotEqualTo(DayOfWeek.SATURDAY);
        StringBuilder text = new StringBuilder(decision.preTrade().name())
                .append(' ')
                .append(decision.waivers().stream()
                        .map(TransparencyWaiver::code)
                        .toList())
                .append(' ')
                .append(decision.quotes())
                .append(' ')
                .append(decision.flags());
        for (PublicationStep step : decision.postTrade()) {
            text.append(' ')
                    .append(step.content())
                    .append('@')
                    .append(LocalDateTime.ofInstant(step.notLaterThan(), ZoneOffset.UTC));
        }
        return text.toString();
    }
}
