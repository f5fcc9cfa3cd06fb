package io.bondtrader.compliance.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulatedMarket;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must not change an alert: when it happened, the unit of prices, names, other bonds, and how an owner's accounts are cut. */
final class SurveillanceLawsTest {

    private static final long DAY = 86_400_000_000_000L;
    private static final SimulationSettings SETTINGS = new SimulationSettings(2, 31, LocalDate.of(2026, 1, 5), 0.15, 1);
    private static final Map<Long, SimulatedMarket> MARKETS = new HashMap<>();

    /** Leaves are even, so that foreign events find room between them. */
    private static SimulatedMarket market(long seed) {
        return MARKETS.computeIfAbsent(seed, s -> {
            SimulatedMarket market = MarketSimulator.run(SETTINGS, s);
            List<FlowEvent> spread = new ArrayList<>();
            market.events().forEach(event -> spread.add(event.at(2 * event.index())));
            return new SimulatedMarket(s, market.reference(), spread, market.episodes());
        });
    }

    private static List<SurveillanceAlert> alerts(List<FlowEvent> events, MarketReference reference) {
        return Scenario.run(events, SurveillanceRules.standard(), reference);
    }

    private static List<FlowEvent> mapped(SimulatedMarket market, UnaryOperator<FlowEvent> change) {
        return market.events().stream().map(change).toList();
    }

    private static FlowEvent with(FlowEvent event, UnaryOperator<String> account, long shift, double scale) {
        boolean position = event.kind() == FlowKind.POSITION;
        return new FlowEvent(
                event.index(),
                event.timeNanos() + shift,
                event.kind(),
                event.account().isEmpty() ? "" : account.apply(event.account()),
                event.instrument(),
                event.venue(),
                event.orderId(),
                event.counterparty().isEmpty() ? "" : account.apply(event.counterparty()),
                event.sign(),
                event.aggressive(),
                position ? event.price() : event.price() * scale,
                event.size(),
                event.otherPrice() * scale,
                event.otherSize(),
                event.otherTimeNanos() == 0 ? 0 : event.otherTimeNanos() + shift);
    }

    private static List<String> texts(List<SurveillanceAlert> alerts) {
        return alerts.stream().map(alert -> alert.toJson().text()).toList();
    }

    /** Everything but owners' names and times. */
    private static List<String> bare(List<SurveillanceAlert> alerts) {
        return alerts.stream()
                .map(alert ->
                        alert.detector() + " " + alert.instrument() + " " + alert.conditions() + " " + alert.events())
                .toList();
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void theSimulationHasAlertsToSpeakOf(@ForAll @LongRange(min = 1, max = 3) long seed) {
        SimulatedMarket market = market(seed);

        assertThat(alerts(market.events(), market.reference()).stream()
                        .map(SurveillanceAlert::detector)
                        .distinct())
                .hasSizeGreaterThan(15);
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void wholeDaysLaterTheSameAlertsComeWholeDaysLater(
            @ForAll @LongRange(min = 1, max = 3) long seed, @ForAll @IntRange(min = 1, max = 400) int days) {
        SimulatedMarket market = market(seed);
        List<SurveillanceAlert> later = alerts(mapped(market, e -> with(e, a -> a, days * DAY, 1)), market.reference());

        List<SurveillanceAlert> now = alerts(market.events(), market.reference());
        assertThat(bare(later)).isEqualTo(bare(now));
        assertThat(later.stream().map(SurveillanceAlert::owner))
                .isEqualTo(now.stream().map(SurveillanceAlert::owner).toList());
        assertThat(later.stream().map(alert -> alert.toNanos() - days * DAY).toList())
                .isEqualTo(now.stream().map(SurveillanceAlert::toNanos).toList());
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void theUnitOfPricesIsOfNoAccount(
            @ForAll @LongRange(min = 1, max = 3) long seed, @ForAll @IntRange(min = -8, max = 8) int power) {
        SimulatedMarket market = market(seed);
        // A power of two scales doubles without rounding: so the alerts are the same to the bit.
        double scale = StrictMath.scalb(1.0, power);

        assertThat(texts(alerts(mapped(market, e -> with(e, a -> a, 0, scale)), market.reference())))
                .isEqualTo(texts(alerts(market.events(), market.reference())));
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void namesOfAccountsAndOwnersAreOfNoAccount(@ForAll @LongRange(min = 1, max = 3) long seed) {
        SimulatedMarket market = market(seed);
        UnaryOperator<String> renamed = account -> "Z" + account.hashCode() + "-" + account;
        Map<String, String> owners = new HashMap<>();
        Map<String, AccountKind> kinds = new HashMap<>();
        // In the same order by name: which of two owners stands first may depend on it, who they are may not.
        market.reference().owners().forEach((account, owner) -> owners.put(renamed.apply(account), "OWNER-" + owner));
        market.reference().kinds().forEach((owner, kind) -> kinds.put("OWNER-" + owner, kind));
        MarketReference reference =
                MarketReference.of(owners, kinds, market.reference().instruments());

        List<SurveillanceAlert> now = alerts(market.events(), market.reference());
        List<SurveillanceAlert> other = alerts(mapped(market, e -> with(e, renamed, 0, 1)), reference);
        assertThat(bare(other)).isEqualTo(bare(now));
        assertThat(other.stream().map(SurveillanceAlert::owner))
                .isEqualTo(now.stream().map(alert -> "OWNER-" + alert.owner()).toList());
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void otherBondsInBetweenAreOfNoAccount(
            @ForAll @LongRange(min = 1, max = 3) long seed, @ForAll @IntRange(min = 1, max = 50) int every) {
        SimulatedMarket market = market(seed);
        List<FlowEvent> mixed = new ArrayList<>();
        for (FlowEvent event : market.events()) {
            mixed.add(event);
            if (event.index() % every == 0) {
                mixed.add(FlowEvent.quoted(event.index() + 1, event.timeNanos(), "FOREIGN", 99, 101, 1e6, 1e6));
                mixed.add(FlowEvent.entered(
                        event.index() + 1,
                        event.timeNanos(),
                        "MAKER1/1",
                        "FOREIGN",
                        "XOFF",
                        "F" + event.index(),
                        1,
                        99,
                        1e6));
            }
        }

        List<SurveillanceAlert> own = alerts(mixed, market.reference()).stream()
                .filter(alert -> !alert.instrument().equals("FOREIGN"))
                .toList();
        assertThat(texts(own)).isEqualTo(texts(alerts(market.events(), market.reference())));
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void cuttingAnAccountInTwoIsOfNoAccount(@ForAll @LongRange(min = 1, max = 3) long seed) {
        SimulatedMarket market = market(seed);
        Map<String, String> owners = new HashMap<>(market.reference().owners());
        market.reference().owners().forEach((account, owner) -> owners.put(account + "'", owner));
        MarketReference reference = MarketReference.of(
                owners, market.reference().kinds(), market.reference().instruments());
        // Orders keep their account, every other order goes to the new one; what has no order stays.
        UnaryOperator<FlowEvent> cut = event -> !event.orderId().isEmpty()
                        && event.kind() != FlowKind.CLIENT_ORDER
                        && event.orderId().hashCode() % 2 == 0
                        && !event.account().startsWith("INVESTOR")
                ? with(event, account -> account.equals(event.account()) ? account + "'" : account, 0, 1)
                : event;

        assertThat(texts(alerts(mapped(market, cut), reference)))
                .isEqualTo(texts(alerts(market.events(), market.reference())));
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void stricterThresholdsNeverAddAnAlert(
            @ForAll @LongRange(min = 1, max = 3) long seed,
            @ForAll @IntRange(min = 0, max = 1000) int which,
            @ForAll @IntRange(min = 1, max = 300) int percent) {
        SimulatedMarket market = market(seed);
        SurveillanceRules standard = SurveillanceRules.standard();
        List<Threshold> all = new ArrayList<>();
        List<DetectorKind> kinds = new ArrayList<>();
        standard.all()
                .forEach((kind, versions) -> versions.versions()
                        .get(0)
                        .content()
                        .thresholds()
                        .forEach(threshold -> {
                            if (threshold.stricter() != Threshold.Stricter.NEITHER) {
                                all.add(threshold);
                                kinds.add(kind);
                            }
                        }));
        Threshold threshold = all.get(which % all.size());
        DetectorKind kind = kinds.get(which % all.size());
        double factor = 1 + percent / 100.0;
        boolean higher = threshold.stricter() == Threshold.Stricter.HIGHER;
        // Looser than usual against as usual, and as usual against stricter: the first has more to lose.
        SurveillanceRules loose = standard.only(kind)
                .with(kind, threshold.name(), higher ? threshold.value() / factor : threshold.value() * factor);
        SurveillanceRules strict = standard.only(kind)
                .with(kind, threshold.name(), higher ? threshold.value() * factor : threshold.value() / factor);

        Set<String> found = windows(market, loose);
        Set<String> usual = windows(market, standard.only(kind));
        assertThat(found).as("%s %s", kind, threshold.name()).containsAll(usual);
        assertThat(usual).as("%s %s", kind, threshold.name()).containsAll(windows(market, strict));
    }

    private static Set<String> windows(SimulatedMarket market, SurveillanceRules rules) {
        Set<String> windows = new HashSet<>();
        for (SurveillanceAlert alert : Scenario.run(market.events(), rules, market.reference())) {
            double seconds =
                    rules.of(alert.detector()).versions().get(0).content().value("episodeSeconds");
            windows.add(alert.detector() + " " + alert.owner() + " " + alert.instrument() + " "
                    + Math.floorDiv(alert.toNanos(), (long) (seconds * 1e9)));
        }
        return windows;
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void theSameSeedMakesTheSameMarket(@ForAll @LongRange(min = 1, max = 3) long seed) {
        SimulatedMarket once = MarketSimulator.run(SETTINGS, seed);
        SimulatedMarket again = MarketSimulator.run(SETTINGS, seed);

        assertThat(again.events()).isEqualTo(once.events());
        assertThat(again.episodes()).isEqualTo(once.episodes());
        assertThat(new TreeMap<>(again.reference().owners()))
                .isEqualTo(new TreeMap<>(once.reference().owners()));
    }
}
