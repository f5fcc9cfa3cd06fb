package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * News moves a bond further than its sector explains; an owner had traded the right way in the days before, far beyond its
 * own custom or for the first time, and made the most of all who traded then. Found when the market has taken the news in.
 *
 * <p>Source: the event study of MacKinlay 1997, "Event studies in economics and finance", Journal of Economic Literature 35,
 * with the sector as market; Olmo, Pilbeam and Pouliot 2011, "Detecting the presence of insider trading via structural break
 * tests", Journal of Banking and Finance 35, for the days before. Returns of the price stand for minus duration times the
 * change of the spread.
 */
final class InsiderDealing extends Detector {

    private static final int MOST_DAYS = 64;
    private static final int FEWEST_DAYS = 5;

    private int days;
    private long reaction;
    private double historyDays;
    private double abnormal;
    private double volumeDeviations;
    private double largestMultiple;
    private double firstShare;
    private double rankShare;

    InsiderDealing(RuleVersion rule) {
        super(DetectorKind.INSIDER_DEALING, rule, FlowKind.FILL, FlowKind.ANNOUNCEMENT, FlowKind.QUOTE);
    }

    /** An owner's trading of a day: a maker of markets trades much and holds little. */
    private static final class Day {
        private final long day;
        private double net;
        private double gross;
        private final List<Long> events = new ArrayList<>(4);

        Day(long day) {
            this.day = day;
        }
    }

    /** News the market is taking in. */
    private record News(FlowEvent event, double before, double sectorBefore) {}

    /** What an owner gained by what it held when the news came. */
    private record Gain(Activity who, double net, double profit, List<Day> before, List<Day> history) {}

    @Override
    void load() {
        days = (int) value("days");
        reaction = nanos("reactionSeconds");
        historyDays = value("historyDays");
        abnormal = value("abnormalDeviations");
        volumeDeviations = value("volumeDeviations");
        largestMultiple = value("largestDayMultiple");
        firstShare = value("firstTradeShare");
        rankShare = value("profitRankShare");
    }

    @Override
    void on(Scene scene) {
        InstrumentFlow instrument = scene.instrument();
        switch (scene.event().kind()) {
            case FILL -> traded(scene);
            case ANNOUNCEMENT ->
                instrument.memory[slot()] = new News(scene.event(), instrument.mid, sector(scene, instrument));
            default -> {
                News news = (News) instrument.memory[slot()];
                if (news != null && scene.now() - news.event().timeNanos() >= reaction) {
                    instrument.memory[slot()] = null;
                    look(scene, news);
                }
            }
        }
    }

    private void traded(Scene scene) {
        Recent<Day> history = history(scene.activity());
        long today = Math.floorDiv(scene.now(), InstrumentFlow.DAY);
        Day day = history.size() == 0 ? null : history.get(history.size() - 1);
        if (day == null || day.day != today) {
            day = new Day(today);
            history.add(scene.now(), day);
        }
        FlowEvent event = scene.event();
        day.net += event.sign() * event.size();
        day.gross += event.size();
        if (day.events.size() < 64) {
            day.events.add(event.index());
        }
    }

    private static double sector(Scene scene, InstrumentFlow instrument) {
        InstrumentFlow sector = scene.instruments.get(instrument.terms.benchmark());
        return sector == null ? 0 : sector.mid;
    }

    private void look(Scene scene, News news) {
        InstrumentFlow instrument = scene.instrument();
        double deviation = instrument.dailyDeviation();
        if (news.before() <= 0 || deviation <= 0 || instrument.watchedDays() < historyDays) {
            return;
        }
        double sector = news.sectorBefore() > 0 ? sector(scene, instrument) / news.sectorBefore() - 1 : 0;
        double move = instrument.mid / news.before() - 1 - sector;
        double score = Math.abs(move) * news.before() / deviation;
        if (score < abnormal) {
            return;
        }
        long today = Math.floorDiv(news.event().timeNanos(), InstrumentFlow.DAY);
        List<Gain> gains = new ArrayList<>();
        for (Map.Entry<String, Activity> entry : new TreeMap<>(instrument.byOwner).entrySet()) {
            Gain gain = gain(entry.getValue(), today, move * news.before());
            if (gain != null) {
                gains.add(gain);
            }
        }
        gains.sort(Comparator.comparingDouble(Gain::profit).reversed());
        int ranks = Math.max(1, (int) (rankShare * gains.size()));
        for (int i = 0; i < Math.min(ranks, gains.size()); i++) {
            if (gains.get(i).profit() > 0) {
                judge(scene, news, gains.get(i), score, (i + 1.0) / gains.size());
            }
        }
    }

    private @org.jspecify.annotations.Nullable Gain gain(Activity who, long today, double move) {
        if (who.memory[slot()] == null) {
            return null;
        }
        Recent<Day> all = history(who);
        List<Day> before = new ArrayList<>();
        List<Day> history = new ArrayList<>();
        double net = 0;
        for (int i = 0; i < all.size(); i++) {
            Day day = all.get(i);
            if (day.day >= today - days && day.day < today) {
                before.add(day);
                net += day.net;
            } else if (day.day < today - days) {
                history.add(day);
            }
        }
        return before.isEmpty() ? null : new Gain(who, net, net * move, before, history);
    }

    private void judge(Scene scene, News news, Gain gain, double score, double rank) {
        int direction = gain.net() > 0 ? 1 : -1;
        double largest = 0;
        for (Day day : gain.before()) {
            largest = Math.max(largest, direction * day.net);
        }
        Evidence evidence = scene.evidence(this, gain.who())
                .since(news.event().timeNanos())
                .event(news.event().index())
                .atLeast("abnormalDeviations", score)
                .atMost("profitRankShare", rank);
        if (gain.history().size() < FEWEST_DAYS) {
            double volume = scene.instrument().terms.averageDailyVolume();
            if (!gain.history().isEmpty() || volume <= 0 || Math.abs(gain.net()) < firstShare * volume) {
                return;
            }
            evidence.atLeast("firstTradeShare", Math.abs(gain.net()) / volume);
        } else {
            double mean =
                    gain.history().stream().mapToDouble(d -> d.gross).average().orElse(0);
            double most =
                    gain.history().stream().mapToDouble(d -> d.gross).max().orElse(0);
            double squares = gain.history().stream()
                    .mapToDouble(d -> (d.gross - mean) * (d.gross - mean))
                    .sum();
            double deviation = Math.sqrt(squares / (gain.history().size() - 1));
            if (largest - mean < volumeDeviations * deviation || largest < largestMultiple * most) {
                return;
            }
            evidence.atLeast("volumeDeviations", deviation > 0 ? (largest - mean) / deviation : largest / mean)
                    .atLeast("largestDayMultiple", largest / most);
        }
        if (!scene.opens(this, gain.who())) {
            return;
        }
        gain.before().forEach(day -> day.events.forEach(evidence::event));
        scene.alert(evidence);
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Recent<Day> history(Activity who) {
        Object known = who.memory[slot()];
        if (known == null) {
            known = new Recent<Day>(MOST_DAYS);
            who.memory[slot()] = known;
        }
        return (Recent<Day>) known;
    }

    @Override
    int kept(InstrumentFlow instrument) {
        int sum = 0;
        for (Activity who : instrument.byOwner.values()) {
            sum += who.memory[slot()] == null ? 0 : history(who).size();
        }
        return sum;
    }
}
