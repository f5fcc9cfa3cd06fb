package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * News moves a bond further than its sector explains; an owner had traded the right way in the days before, in one direction,
 * far beyond its own custom or for the first time, without moving the market by it, and gained by the news what hardly anybody
 * gains. Found when the market has taken the news in. The gain is the one that the information gave: the position held when the
 * news came out, times the move that the sector does not explain. What the market did between purchase and news nobody knew.
 *
 * <p>What was traded before earlier news that moved the same bond the same way had its reward then, so the days before do not reach
 * back beyond them: windows of an event study may not overlap. Who knows hides, and who drives the price before the news tells it:
 * trades that moved the market by themselves are left to {@link MarkingClose} and {@link Ramping}.
 *
 * <p>Source: the event study of MacKinlay 1997, "Event studies in economics and finance", Journal of Economic Literature 35,
 * with the sector as market; Olmo, Pilbeam and Pouliot 2011, "Detecting the presence of insider trading via structural break
 * tests", Journal of Banking and Finance 35, for the days before; Kyle 1985, "Continuous auctions and insider trading",
 * Econometrica 53, for who hides. Returns of the price stand for minus duration times the change of the spread.
 */
final class InsiderDealing extends Detector {

    private static final int MOST_DAYS = 64;
    private static final int FEWEST_DAYS = 5;
    private static final int MOST_GAINS = 4096;

    /** News that moved a bond by so many daily deviations are an event of their own; no threshold, as memory may depend on none. */
    private static final double EVENT_DEVIATIONS = 4;

    private int days;
    private long reaction;
    private double historyDays;
    private double abnormal;
    private double volumeDeviations;
    private double largestMultiple;
    private double firstShare;
    private double rankShare;
    private double alignedShare;
    private double impactDeviations;

    InsiderDealing(RuleVersion rule) {
        super(DetectorKind.INSIDER_DEALING, rule, FlowKind.FILL, FlowKind.ANNOUNCEMENT, FlowKind.QUOTE);
    }

    /** An owner's trading of a day, or of a part of it that news ended: a maker of markets trades much and holds little. */
    private static final class Day {
        private final long day;
        private final long begun;
        private double net;
        private double gross;
        /** What the trades brought in, less what they cost. */
        private double cash;

        /** Fills that the market may still answer, and what it had answered to those before. */
        private final List<Fill> taken = new ArrayList<>(2);

        private double answered;
        private final List<Long> events = new ArrayList<>(4);

        Day(long day, long begun) {
            this.day = day;
            this.begun = begun;
        }

        double worth(double mid) {
            return net * mid + cash;
        }

        /** How far the market moved up in answer to its own trades. */
        double impact() {
            return answered
                    + taken.stream()
                            .mapToDouble(fill -> fill.sign() * fill.impact())
                            .sum();
        }

        /** Lets go of the fills once they have their answers. */
        void settle() {
            answered = impact();
            taken.clear();
        }
    }

    /** The newest news of an instrument, and what all owners gained on their days. */
    private static final class Study {
        private @Nullable News news;
        private long lastNews = Long.MIN_VALUE;
        /** The newest event that moved the bond up, and down. */
        private long lastRise = Long.MIN_VALUE;

        private long lastFall = Long.MIN_VALUE;
        private final double[] gains = new double[MOST_GAINS];
        private int days;

        void add(double gain) {
            gains[days % MOST_GAINS] = gain;
            days++;
        }

        /** Which part of the gains was as large. */
        double shareAtLeast(double gain) {
            int known = Math.min(days, MOST_GAINS);
            int larger = 0;
            for (int i = 0; i < known; i++) {
                larger += gains[i] >= gain ? 1 : 0;
            }
            return known == 0 ? 1 : (double) larger / known;
        }
    }

    /** News the market is taking in. */
    private record News(FlowEvent event, double before, double sectorBefore, long lastRise, long lastFall) {}

    /** What an owner traded before the news, and what it gained by it. */
    private record Gain(Activity who, double net, double gross, double profit, List<Day> before, List<Day> history) {}

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
        alignedShare = value("alignedShare");
        impactDeviations = value("impactDeviations");
    }

    @Override
    void on(Scene scene) {
        InstrumentFlow instrument = scene.instrument();
        Study study = (Study) instrument.memory[slot()];
        if (study == null) {
            study = new Study();
            instrument.memory[slot()] = study;
        }
        switch (scene.event().kind()) {
            case FILL -> traded(scene, study);
            case ANNOUNCEMENT -> {
                study.news = new News(
                        scene.event(), instrument.mid, sector(scene, instrument), study.lastRise, study.lastFall);
                study.lastNews = scene.now();
            }
            default -> {
                News news = study.news;
                if (news != null && scene.now() - news.event().timeNanos() >= reaction) {
                    study.news = null;
                    look(scene, study, news);
                }
            }
        }
    }

    private void traded(Scene scene, Study study) {
        Recent<Day> history = history(scene.activity());
        long today = Math.floorDiv(scene.now(), InstrumentFlow.DAY);
        Day day = history.size() == 0 ? null : history.get(history.size() - 1);
        if (day == null || day.day != today || day.begun < study.lastNews) {
            day = new Day(today, scene.now());
            history.add(scene.now(), day);
        }
        FlowEvent event = scene.event();
        day.net += event.sign() * event.size();
        day.gross += event.size();
        day.cash -= event.sign() * event.size() * event.price();
        if (event.aggressive() && day.taken.size() == 64) {
            day.settle();
        }
        if (event.aggressive()) {
            day.taken.add(scene.fill());
        }
        if (day.events.size() < 64) {
            day.events.add(event.index());
        }
    }

    private static double sector(Scene scene, InstrumentFlow instrument) {
        InstrumentFlow sector = scene.instruments.get(instrument.terms.benchmark());
        return sector == null ? 0 : sector.mid;
    }

    private void look(Scene scene, Study study, News news) {
        InstrumentFlow instrument = scene.instrument();
        double deviation = instrument.dailyDeviation();
        if (news.before() <= 0 || deviation <= 0 || instrument.watchedDays() < historyDays) {
            return;
        }
        double sector = news.sectorBefore() > 0 ? sector(scene, instrument) / news.sectorBefore() - 1 : 0;
        double move = instrument.mid / news.before() - 1 - sector;
        double score = Math.abs(move) * news.before() / deviation;
        if (score >= EVENT_DEVIATIONS && move > 0) {
            study.lastRise = news.event().timeNanos();
        } else if (score >= EVENT_DEVIATIONS) {
            study.lastFall = news.event().timeNanos();
        }
        if (score < abnormal) {
            return;
        }
        for (Activity who : new TreeMap<>(instrument.byOwner).values()) {
            Gain gain = gain(who, news, move > 0 ? news.lastRise() : news.lastFall(), move * news.before());
            if (gain != null && gain.profit() > 0) {
                judge(scene, news, gain, score, study.shareAtLeast(gain.profit()));
            }
        }
    }

    private @Nullable Gain gain(Activity who, News news, long previous, double move) {
        if (who.memory[slot()] == null) {
            return null;
        }
        long today = Math.floorDiv(news.event().timeNanos(), InstrumentFlow.DAY);
        Recent<Day> all = history(who);
        List<Day> before = new ArrayList<>();
        List<Day> history = new ArrayList<>();
        double net = 0;
        double gross = 0;
        for (int i = 0; i < all.size(); i++) {
            Day day = all.get(i);
            if (day.begun >= news.event().timeNanos()) {
                continue;
            }
            if (day.day >= today - days && day.begun > previous) {
                before.add(day);
                net += day.net;
                gross += day.gross;
            } else {
                history.add(day);
            }
        }
        return before.isEmpty() ? null : new Gain(who, net, gross, net * move, before, history);
    }

    private void judge(Scene scene, News news, Gain gain, double score, double rank) {
        int direction = gain.net() > 0 ? 1 : -1;
        double aligned = Math.abs(gain.net()) / gain.gross();
        double impact = 0;
        double largest = 0;
        for (Day day : gain.before()) {
            largest = Math.max(largest, direction * day.net);
            impact += direction * day.impact();
        }
        double moved = Math.max(0, impact) / scene.instrument().dailyDeviation();
        if (rank > rankShare || aligned < alignedShare || moved > impactDeviations) {
            return;
        }
        Evidence evidence = scene.evidence(this, gain.who())
                .since(gain.before().get(0).begun)
                .event(news.event().index())
                .atLeast("abnormalDeviations", score)
                .atMost("profitRankShare", rank)
                .atLeast("alignedShare", aligned)
                .atMost("impactDeviations", moved);
        if (!beyondCustom(scene, gain, largest, evidence) || !scene.opens(this, gain.who())) {
            return;
        }
        gain.before().forEach(day -> day.events.forEach(evidence::event));
        scene.alert(evidence);
    }

    /** Whether its largest day is beyond all that it did before, or, of an owner that hardly traded here, large as such. */
    private boolean beyondCustom(Scene scene, Gain gain, double largest, Evidence evidence) {
        List<Day> history = gain.history();
        double most = history.stream().mapToDouble(d -> d.gross).max().orElse(0);
        if (most > 0) {
            if (largest < largestMultiple * most) {
                return false;
            }
            evidence.atLeast("largestDayMultiple", largest / most);
        }
        if (history.size() < FEWEST_DAYS) {
            double volume = scene.instrument().terms.averageDailyVolume();
            if (volume <= 0 || Math.abs(gain.net()) < firstShare * volume) {
                return false;
            }
            evidence.atLeast("firstTradeShare", Math.abs(gain.net()) / volume);
            return true;
        }
        double mean = history.stream().mapToDouble(d -> d.gross).average().orElse(0);
        double squares = history.stream()
                .mapToDouble(d -> (d.gross - mean) * (d.gross - mean))
                .sum();
        double deviation = Math.sqrt(squares / (history.size() - 1));
        if (largest - mean < volumeDeviations * deviation) {
            return false;
        }
        evidence.atLeast("volumeDeviations", deviation > 0 ? (largest - mean) / deviation : largest / mean);
        return true;
    }

    @Override
    void endOfDay(InstrumentFlow instrument, Scene scene) {
        Study study = (Study) instrument.memory[slot()];
        if (study == null) {
            return;
        }
        for (Activity who : new TreeMap<>(instrument.byOwner).values()) {
            Recent<Day> days = who.memory[slot()] == null ? null : history(who);
            if (days != null && days.size() > 0 && days.get(days.size() - 1).day == instrument.day) {
                study.add(days.get(days.size() - 1).worth(instrument.mid));
                days.get(days.size() - 1).settle();
            }
        }
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
        Study study = (Study) instrument.memory[slot()];
        return study == null ? 0 : Math.min(study.days, MOST_GAINS);
    }
}
