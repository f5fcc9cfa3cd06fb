package io.bondtrader.security.event.detect;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One detector, and what it has told already. Safe for use by many threads. */
final class Watch {

    /** Attackers choose the subjects: who makes thousands of them is told of once more, not thousands of times. */
    private static final int SUBJECTS_PER_PERIOD = 100;

    private static final Duration RETRY = Duration.ofMinutes(1);

    private static final String MANY = "many subjects";

    private final Detector detector;
    private final Duration quiet;
    private final Map<String, Told> told = new LinkedHashMap<>(16, 0.75f, true);
    private Instant periodStart = Instant.MIN;
    private int inPeriod;
    private boolean broken;

    Watch(Detector detector, Duration quiet) {
        this.detector = detector;
        this.quiet = quiet;
    }

    /** When a subject was told, until when it is not told again, and how often it was found since. */
    private record Told(Instant at, Instant until, long since) {}

    /** Something to tell, and how often it was found since it was told last. */
    record News(Finding finding, long since) {}

    String name() {
        return detector.name();
    }

    /** Returns what the detector finds and has not told lately. */
    synchronized List<News> observe(SecurityEvent event) {
        if (broken) {
            return List.of();
        }
        List<News> news = new ArrayList<>();
        for (Finding finding : detector.observe(event)) {
            @Nullable News one = news(finding, event.occurredAt());
            if (one != null) {
                news.add(one);
            }
        }
        return news;
    }

    /** Switches the detector off; says whether it was on. */
    synchronized boolean switchOff() {
        boolean first = !broken;
        broken = true;
        return first;
    }

    /** Nobody heard it: a finding is told again soon, though not with every event. */
    synchronized void unheard(News news) {
        Instant at = news.finding().event().occurredAt();
        told.put(
                news.finding().subject(),
                new Told(at, at.plus(quiet.compareTo(RETRY) < 0 ? quiet : RETRY), news.since()));
        inPeriod--;
    }

    private @Nullable News news(Finding finding, Instant now) {
        @Nullable Told before = told.get(finding.subject());
        if (before != null
                && now.isBefore(before.until())
                && now.isAfter(before.at().minus(quiet))) {
            told.put(finding.subject(), new Told(before.at(), before.until(), before.since() + 1));
            return null;
        }
        if (periodStart.equals(Instant.MIN) || !now.isBefore(periodStart.plus(quiet))) {
            periodStart = now;
            inPeriod = 0;
        }
        if (inPeriod >= SUBJECTS_PER_PERIOD && !finding.subject().equals(MANY)) {
            return news(many(now), now);
        }
        inPeriod++;
        told.put(finding.subject(), new Told(now, now.plus(quiet), 0));
        if (told.size() > 2 * SUBJECTS_PER_PERIOD) {
            told.remove(told.keySet().iterator().next());
        }
        return new News(finding, before == null ? 0 : before.since());
    }

    private Finding many(Instant now) {
        return Finding.of(
                SecurityEvent.of(SecurityEventType.SYS_EVENTS_DROPPED, now)
                        .about(MANY)
                        .with("told", SUBJECTS_PER_PERIOD),
                "More subjects than are told one by one; the events themselves are recorded");
    }
}
