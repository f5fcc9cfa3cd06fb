package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.DetectorKind;
import io.bondtrader.compliance.surveillance.SurveillanceAlert;
import java.util.Set;

/**
 * Abuse that was planted: who did what, where and when. Immutable.
 *
 * @param kind what it is
 * @param owners who took part
 * @param instruments in what
 * @param fromNanos when it began
 * @param toNanos when it was over; for what is seen only later, until when a detector may say so
 */
public record PlantedEpisode(
        DetectorKind kind, Set<String> owners, Set<String> instruments, long fromNanos, long toNanos) {

    /** Copies the sets. */
    public PlantedEpisode {
        owners = Set.copyOf(owners);
        instruments = Set.copyOf(instruments);
    }

    /**
     * Tells whether an alert is about this episode, of whatever kind it takes it for.
     *
     * @param alert the alert
     * @return whether owner, instrument and time fit
     */
    public boolean explains(SurveillanceAlert alert) {
        return owners.contains(alert.owner())
                && instruments.contains(alert.instrument())
                && alert.toNanos() >= fromNanos
                && alert.fromNanos() <= toNanos;
    }
}
