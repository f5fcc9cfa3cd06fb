package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.compliance.error.FlowOutOfOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One subject: its newest windows, what is usual for it, and its charts. */
final class Subject {

    private static final TradingFeature[] FEATURES = TradingFeature.values();

    private final AnomalySettings settings;
    private final ChartLimits limits;
    private final Deque<FeatureWindow> newest = new ArrayDeque<>();
    private final CusumChart[] shifts = new CusumChart[FEATURES.length];
    private final EwmaChart drift;
    private final double[] drifting = new double[FEATURES.length];
    private @Nullable SubjectModel model;
    private int judged;
    private long lastNanos = -1;

    Subject(AnomalySettings settings, ChartLimits limits) {
        this.settings = settings;
        this.limits = limits;
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = new CusumChart(AnomalyMonitor.ALLOWANCE, limits.cusum());
        }
        drift = new EwmaChart(AnomalyMonitor.WEIGHT, limits.ewma());
    }

    void accept(FeatureWindow window, Consumer<AnomalyAlert> alerts) {
        if (window.startNanos() <= lastNanos) {
            throw new FlowOutOfOrder("window of leaf " + window.firstIndex() + " is not later than the one before it");
        }
        lastNanos = window.startNanos();
        if (model != null) {
            judge(window, model, alerts);
            judged++;
        }
        if (newest.size() == settings.referenceWindows()) {
            newest.removeFirst();
        }
        newest.addLast(window);
        boolean due = model == null ? newest.size() == settings.referenceWindows() : judged >= settings.relearnEvery();
        if (due) {
            model = new SubjectModel(List.copyOf(newest));
            judged = 0;
        }
    }

    boolean known() {
        return model != null;
    }

    int kept() {
        return newest.size();
    }

    private void judge(FeatureWindow window, SubjectModel usual, Consumer<AnomalyAlert> alerts) {
        double[] values = usual.standardise(window);
        double[] contributions = usual.contributions(values);
        double distance = RobustScatter.sum(contributions);
        double chance = usual.chance(distance);
        if (chance <= settings.part()) {
            alerts.accept(alert(
                    AnomalyKind.WINDOW,
                    window,
                    window.startNanos(),
                    chance,
                    settings.part(),
                    explain(window, usual, values, contributions)));
        }
        for (int i = 0; i < shifts.length; i++) {
            if (shifts[i].add(NormalLaw.quantile(usual.place(i, values[i]))) != 0) {
                double[] alone = new double[values.length];
                alone[i] = 1;
                alerts.accept(alert(
                        AnomalyKind.SHIFT,
                        window,
                        ago(shifts[i].since(), window),
                        shifts[i].statistic(),
                        limits.cusum(),
                        explain(window, usual, values, alone)));
                shifts[i].reset();
            }
        }
        drift(window, usual, values, contributions, distance, alerts);
    }

    private void drift(
            FeatureWindow window,
            SubjectModel usual,
            double[] values,
            double[] contributions,
            double distance,
            Consumer<AnomalyAlert> alerts) {
        for (int i = 0; i < drifting.length; i++) {
            drifting[i] += AnomalyMonitor.WEIGHT * (contributions[i] - drifting[i]);
        }
        int signal = drift.add(NormalLaw.quantile(usual.placeOfDistance(distance)));
        if (signal > 0) {
            alerts.accept(alert(
                    AnomalyKind.DRIFT,
                    window,
                    window.startNanos(),
                    drift.average(),
                    drift.edge(),
                    explain(window, usual, values, drifting)));
        }
        if (signal != 0) {
            drift.reset();
        }
    }

    /** When the window began that came so many windows ago, this one counted. */
    private long ago(int windows, FeatureWindow window) {
        int back = windows - 1;
        if (back <= 0) {
            return window.startNanos();
        }
        FeatureWindow[] all = newest.toArray(new FeatureWindow[0]);
        return all[Math.max(0, all.length - back)].startNanos();
    }

    private static AnomalyAlert alert(
            AnomalyKind kind,
            FeatureWindow window,
            long since,
            double statistic,
            double limit,
            List<Contribution> contributions) {
        return new AnomalyAlert(
                kind,
                window.subject(),
                since,
                window.startNanos(),
                window.firstIndex(),
                window.lastIndex(),
                statistic,
                limit,
                contributions);
    }

    private static List<Contribution> explain(
            FeatureWindow window, SubjectModel usual, double[] values, double[] contributions) {
        double sum = RobustScatter.sum(contributions);
        List<Contribution> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (contributions[i] > 0) {
                parts.add(new Contribution(
                        FEATURES[i], window.value(i), usual.expected(window, i), values[i], contributions[i] / sum));
            }
        }
        parts.sort(Comparator.comparingDouble(Contribution::share).reversed());
        return parts;
    }
}
