package io.bondtrader.compliance.surveillance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.surveillance.DetectorKind;
import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.FlowKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What an episode is sure to be, as the page on surveillance says: told from the flow, and not from any detector. */
final class PlantedFactsTest {

    private static final List<SimulatedMarket> MARKETS = List.of(
            MarketSimulator.run(SimulationSettings.standard(), 30_000),
            MarketSimulator.run(SimulationSettings.standard(), 30_001),
            MarketSimulator.run(SimulationSettings.standard(), 30_002));

    /**
     * Markets so small that episodes get into each other's way unless that is seen to, and so quiet that on three days hardly a
     * trade turns out well, and on one the bond would not fall far enough, unless that is seen to.
     */
    private static final List<SimulatedMarket> CROWDED = LongStream.range(30_003, 30_042)
            .mapToObj(
                    seed -> MarketSimulator.run(new SimulationSettings(4, 45, LocalDate.of(2026, 1, 5), 0.1, 3), seed))
            .toList();

    /** An episode with the events of its instruments until its end, and the last quote of an instrument before a place. */
    private record Story(SimulatedMarket market, PlantedEpisode episode, List<FlowEvent> events) {

        List<FlowEvent> own(FlowKind kind) {
            return events.stream()
                    .filter(event -> event.kind() == kind && event.timeNanos() >= episode.fromNanos())
                    .filter(event ->
                            episode.owners().contains(market.reference().ownerOf(event.account())))
                    .toList();
        }

        FlowEvent quote(String instrument, long beforeIndex) {
            FlowEvent last = null;
            for (FlowEvent event : events) {
                boolean quoted =
                        event.kind() == FlowKind.QUOTE && event.instrument().equals(instrument);
                if (quoted && (event.index() < beforeIndex || last == null)) {
                    last = event;
                }
            }
            if (last == null) {
                throw new AssertionError("no quote of " + instrument);
            }
            return last;
        }

        double mid(String instrument, long beforeIndex) {
            FlowEvent quote = quote(instrument, beforeIndex);
            return 0.5 * (quote.price() + quote.otherPrice());
        }

        double halfSpread(String instrument, long beforeIndex) {
            FlowEvent quote = quote(instrument, beforeIndex);
            return 0.5 * (quote.otherPrice() - quote.price());
        }

        String only() {
            return episode.instruments().iterator().next();
        }
    }

    private static List<Story> stories(DetectorKind kind) {
        List<Story> stories = stories(kind, MARKETS);
        assertThat(stories).as("%s", kind).hasSize(6);
        return stories;
    }

    private static List<Story> stories(DetectorKind kind, List<SimulatedMarket> markets) {
        List<Story> stories = new ArrayList<>();
        for (SimulatedMarket market : markets) {
            for (PlantedEpisode episode : market.episodes()) {
                if (episode.kind() == kind) {
                    stories.add(new Story(
                            market,
                            episode,
                            market.events().stream()
                                    .filter(event -> episode.instruments().contains(event.instrument()))
                                    .filter(event -> event.timeNanos() <= episode.toNanos())
                                    .toList()));
                }
            }
        }
        return stories;
    }

    @Test
    void whoLayersTradesOnceTheMarketIsBetterThanAtTheFirstLayer() {
        for (Story story : stories(DetectorKind.LAYERING)) {
            FlowEvent first = story.own(FlowKind.NEW).get(0);
            FlowEvent fill = story.own(FlowKind.FILL).get(0);
            double better =
                    first.sign() * (story.mid(story.only(), fill.index()) - story.mid(story.only(), first.index()));

            assertThat(fill.sign()).isEqualTo(-first.sign());
            // Quoted half-spreads are within 15 % of the bond's.
            assertThat(better / story.halfSpread(story.only(), fill.index())).isGreaterThan(0.9 / 1.16);
        }
    }

    @Test
    void whoPushesIsAGoodPartOfTheBook() {
        for (Story story : stories(DetectorKind.RAMPING)) {
            List<FlowEvent> own = story.own(FlowKind.FILL).stream()
                    .filter(FlowEvent::aggressive)
                    .toList();
            int sign = own.get(0).sign();
            List<FlowEvent> push =
                    own.stream().filter(fill -> fill.sign() == sign).toList();
            long end = push.get(push.size() - 1).timeNanos();
            double pushed = push.stream().mapToDouble(FlowEvent::size).sum();
            double book = story.events().stream()
                    .filter(event -> event.kind() == FlowKind.FILL && event.sign() == sign)
                    .filter(event -> event.venue().equals("CLOB"))
                    .filter(event -> event.timeNanos() >= push.get(0).timeNanos() && event.timeNanos() < end)
                    .mapToDouble(FlowEvent::size)
                    .sum();

            assertThat(push.size()).isGreaterThanOrEqualTo(6);
            assertThat(pushed).isGreaterThan(0.35 * book);
            assertThat(sign
                            * (story.mid(story.only(), own.get(own.size() - 1).index())
                                    - story.mid(story.only(), push.get(0).index())))
                    .as("the push is in the price when the last part is sold")
                    .isPositive();
        }
    }

    @Test
    void aPushOfTheFutureComesBackAndPaysInTheBond() {
        List<Story> all = new ArrayList<>(stories(DetectorKind.CROSS_PRODUCT));
        all.addAll(stories(DetectorKind.CROSS_PRODUCT, CROWDED));
        for (Story story : all) {
            List<FlowEvent> own = story.own(FlowKind.FILL);
            FlowEvent bond = own.stream()
                    .filter(fill -> !fill.instrument().equals("FUTURE"))
                    .findFirst()
                    .orElseThrow();
            List<FlowEvent> push = own.stream()
                    .filter(fill -> fill.instrument().equals("FUTURE") && fill.index() < bond.index())
                    .toList();
            FlowEvent last = own.get(own.size() - 1);
            int sign = push.get(0).sign();
            double before = story.mid("FUTURE", push.get(0).index());
            double top = story.mid("FUTURE", bond.index());
            double after = story.mid("FUTURE", last.index());
            double gain = bond.sign() * (story.mid(bond.instrument(), last.index()) - bond.price());

            assertThat(bond.sign()).isEqualTo(-sign);
            assertThat(sign * (top - before)).isPositive();
            assertThat((top - after) / (top - before)).isGreaterThan(0.5);
            assertThat(gain / story.halfSpread(bond.instrument(), last.index())).isGreaterThan(1 / 1.16);
        }
    }

    @Test
    void aMarkedFixIsGoneByTheNextOpen() {
        for (Story story : stories(DetectorKind.MARKING_CLOSE)) {
            FlowEvent first = story.own(FlowKind.NEW).get(0);
            long nextDay = (first.timeNanos() / MarketSimulator.DAY + 1) * MarketSimulator.DAY;
            FlowEvent open = story.events().stream()
                    .filter(event -> event.kind() == FlowKind.QUOTE && event.timeNanos() > nextDay)
                    .findFirst()
                    .orElseThrow();
            long fix = nextDay - MarketSimulator.DAY + MarketSimulator.FIX;
            long afterFix = story.events().stream()
                    .filter(event -> event.timeNanos() > fix)
                    .findFirst()
                    .orElseThrow()
                    .index();
            double before = story.mid(story.only(), first.index());
            double made = story.mid(story.only(), afterFix) - before;
            double left = 0.5 * (open.price() + open.otherPrice()) - before;

            assertThat(first.sign() * made).isPositive();
            assertThat(Math.abs(left)).isLessThan(0.5 * Math.abs(made));
        }
    }

    @Test
    void halfOfTheTapeIsPaint() {
        for (Story story : stories(DetectorKind.PAINTING_TAPE)) {
            long own = story.own(FlowKind.FILL).stream()
                    .filter(FlowEvent::aggressive)
                    .count();
            long all = story.events().stream()
                    .filter(event -> event.kind() == FlowKind.FILL && event.aggressive())
                    .filter(event -> event.timeNanos() >= story.episode().fromNanos())
                    .count();

            assertThat(own).isGreaterThanOrEqualTo(12);
            assertThat((double) own / all).isGreaterThan(0.45);
        }
    }

    @Test
    void whatIsPickedHasWinnersAndLosers() {
        List<Story> all = new ArrayList<>(stories(DetectorKind.LATE_ALLOCATION));
        all.addAll(stories(DetectorKind.LATE_ALLOCATION, CROWDED));
        for (Story story : all) {
            int winners = 0;
            int losers = 0;
            for (FlowEvent event : story.events()) {
                boolean picked = event.kind() == FlowKind.ALLOCATION
                        && event.timeNanos() >= story.episode().fromNanos()
                        && story.market()
                                .reference()
                                .ownerOf(event.counterparty())
                                .startsWith("SUSPECT");
                boolean winner = picked && event.sign() * (story.mid(story.only(), event.index()) - event.price()) > 0;
                winners += winner ? 1 : 0;
                losers += picked && !winner ? 1 : 0;
            }
            // Thirty-two trades are the fewest that are planned, and forty-five the most that are added.
            assertThat(Math.min(winners, losers) >= 8 || winners + losers >= 32 + 45)
                    .as("%s winners, %s losers", winners, losers)
                    .isTrue();
        }
    }

    @Test
    void noOtherPlantedNewsComeBetweenAPurchaseAndItsNews() {
        for (SimulatedMarket market : CROWDED) {
            Set<String> told = new TreeSet<>();
            for (PlantedEpisode episode : market.episodes()) {
                if (episode.kind() == DetectorKind.INSIDER_DEALING) {
                    long day = episode.toNanos() / MarketSimulator.DAY;
                    String bond = episode.instruments().iterator().next();
                    for (long other = day - 8; other <= day + 8; other++) {
                        assertThat(told).doesNotContain(bond + other);
                    }
                    told.add(bond + day);
                }
            }
        }
    }

    @Test
    void twoPushesOfTheFutureAreNotOnOneDay() {
        for (SimulatedMarket market : CROWDED) {
            assertThat(market.episodes().stream()
                            .filter(episode -> episode.kind() == DetectorKind.CROSS_PRODUCT)
                            .map(episode -> episode.fromNanos() / MarketSimulator.DAY))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void inABusyMarketThereIsMorePaint() {
        SimulatedMarket market =
                MarketSimulator.run(new SimulationSettings(2, 30, LocalDate.of(2026, 1, 5), 4, 4), 30_005);
        long most = stories(DetectorKind.PAINTING_TAPE, List.of(market)).stream()
                .mapToLong(story -> story.own(FlowKind.FILL).stream()
                        .filter(FlowEvent::aggressive)
                        .count())
                .max()
                .orElse(0);

        // Fourteen pairs are the most that are planned.
        assertThat(most).isGreaterThan(28);
    }
}
