package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.DetectorKind;
import io.bondtrader.compliance.surveillance.SurveillanceAlert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well a detector found what was planted, counted in episodes and alerts and never in events: of millions of events
 * nearly all are honest, so that any detector that keeps silent is right nearly always. Immutable.
 *
 * @param detector which detector
 * @param planted how many episodes of its kind were planted
 * @param found how many of them it has an alert for
 * @param alerts how many alerts about episodes of its kind
 * @param elsewhere how many alerts about episodes of another kind that contains this one, as a painted tape contains matched
 *     orders: counted neither for nor against
 * @param falseAlerts how many alerts about nothing that was planted, or about an episode of a kind that this is no part of:
 *     whoever reads them is sent the wrong way
 * @param benignOrders how many orders were entered by owners who took part in no episode
 * @param delaySeconds the mean time from the end of an episode to its alert; negative if alerts come before the end
 */
public record EpisodeScore(
        DetectorKind detector,
        int planted,
        int found,
        int alerts,
        int elsewhere,
        int falseAlerts,
        long benignOrders,
        double delaySeconds) {

    /**
     * Scores all detectors.
     *
     * @param market what was planted
     * @param alerts what was found
     * @return a score for each kind
     */
    public static Map<DetectorKind, EpisodeScore> of(SimulatedMarket market, Collection<SurveillanceAlert> alerts) {
        Map<DetectorKind, EpisodeScore> scores = new EnumMap<>(DetectorKind.class);
        long orders = market.benignOrders();
        for (DetectorKind kind : DetectorKind.values()) {
            scores.put(kind, of(kind, market, alerts, orders));
        }
        return scores;
    }

    /**
     * Scores one detector.
     *
     * @param kind which detector
     * @param market what was planted
     * @param alerts what was found
     * @return its score
     */
    public static EpisodeScore score(DetectorKind kind, SimulatedMarket market, Collection<SurveillanceAlert> alerts) {
        return of(kind, market, alerts, market.benignOrders());
    }

    private static EpisodeScore of(
            DetectorKind kind, SimulatedMarket market, Collection<SurveillanceAlert> alerts, long orders) {
        List<SurveillanceAlert> own =
                alerts.stream().filter(alert -> alert.detector() == kind).toList();
        List<PlantedEpisode> planted = market.episodes().stream()
                .filter(episode -> episode.kind() == kind)
                .toList();
        List<Double> delays = new ArrayList<>();
        for (PlantedEpisode episode : planted) {
            own.stream()
                    .filter(episode::explains)
                    .mapToDouble(alert -> (alert.toNanos() - episode.toNanos()) / 1e9)
                    .min()
                    .ifPresent(delays::add);
        }
        int right = 0;
        int elsewhere = 0;
        for (SurveillanceAlert alert : own) {
            if (planted.stream().anyMatch(episode -> episode.explains(alert))) {
                right++;
            } else if (market.episodes().stream()
                    .anyMatch(episode -> RelatedKinds.contains(episode.kind(), kind) && episode.explains(alert))) {
                elsewhere++;
            }
        }
        return new EpisodeScore(
                kind,
                planted.size(),
                delays.size(),
                right,
                elsewhere,
                own.size() - right - elsewhere,
                orders,
                delays.stream().mapToDouble(delay -> delay).average().orElse(0));
    }

    /**
     * Adds the counts of another simulation.
     *
     * @param other its score of the same detector
     * @return both together
     */
    public EpisodeScore plus(EpisodeScore other) {
        int both = found + other.found;
        return new EpisodeScore(
                detector,
                planted + other.planted,
                both,
                alerts + other.alerts,
                elsewhere + other.elsewhere,
                falseAlerts + other.falseAlerts,
                benignOrders + other.benignOrders,
                both == 0 ? 0 : (delaySeconds * found + other.delaySeconds * other.found) / both);
    }

    /** {@return the share of planted episodes that were found; 1 if none was planted} */
    public double recall() {
        return planted == 0 ? 1 : (double) found / planted;
    }

    /** {@return found episodes as a share of them and false alerts; 1 if there was neither} */
    public double precision() {
        return found + falseAlerts == 0 ? 1 : (double) found / (found + falseAlerts);
    }

    /** {@return the harmonic mean of precision and recall} */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** {@return false alerts for each 100,000 benign orders} */
    public double falseAlertsPer100kOrders() {
        return benignOrders == 0 ? 0 : 1e5 * falseAlerts / benignOrders;
    }
}
