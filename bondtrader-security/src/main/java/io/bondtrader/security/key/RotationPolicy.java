package io.bondtrader.security.key;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When versions of a key come and go. A version is published before it is used, for as long as others may hold an old list
 * of keys, and kept after it was used, for as long as what it made is valid.
 *
 * <p>Immutable.
 *
 * @param period how long a version is primary
 * @param publishAhead how long it is pending at least; the longest time for which anybody caches the list of keys
 * @param retireLate how long it is retiring; the longest life of what it made
 * @param destroyAfter how long it is disabled before it is destroyed; null to leave that to people
 * @param notices how long before a change of the primary version notice is given, each once
 */
public record RotationPolicy(
        Duration period,
        Duration publishAhead,
        Duration retireLate,
        @Nullable Duration destroyAfter,
        List<Duration> notices) {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    /**
     * Checks that the times fit together.
     *
     * @throws InvalidInput if the period is not above the time of publishing ahead, or a duration is negative or longer than a
     *     hundred years
     */
    public RotationPolicy {
        requireTime("publishAhead", publishAhead);
        requireTime("retireLate", retireLate);
        InvalidInput.unless(
                period.compareTo(publishAhead) > 0, "period", period, "longer than publishAhead, " + publishAhead);
        InvalidInput.unless(
                destroyAfter == null || !destroyAfter.isNegative(), "destroyAfter", destroyAfter, "0 or more");
        notices = List.copyOf(notices);
        for (Duration notice : notices) {
            requireTime("notice", notice);
        }
    }

    private static void requireTime(String name, Duration time) {
        boolean fits = !time.isNegative() && time.compareTo(LONGEST) <= 0;
        InvalidInput.unless(fits, name, time, "from 0 to a hundred years");
    }

    /**
     * Returns the policy for keys that sign tokens.
     *
     * @param period how long a version signs
     * @param longestCache for how long anybody keeps the published keys
     * @param longestLife of a token
     * @param skew by which clocks may differ, added to both
     * @return the policy, without destruction and notices
     * @throws InvalidInput if a time is not of this world, or they do not fit each other
     */
    public static RotationPolicy forTokens(
            Duration period, Duration longestCache, Duration longestLife, Duration skew) {
        requireTime("longestCache", longestCache);
        requireTime("longestLife", longestLife);
        requireTime("skew", skew);
        return new RotationPolicy(period, longestCache.plus(skew), longestLife.plus(skew), null, List.of());
    }

    /**
     * Returns the policy for keys that only this system uses, which need no notice ahead.
     *
     * @param period how long a version is used for new work
     * @param longestLife of what it made
     * @return the policy, without destruction and notices
     */
    public static RotationPolicy internal(Duration period, Duration longestLife) {
        return new RotationPolicy(period, Duration.ZERO, longestLife, null, List.of());
    }

    /**
     * Returns this policy with destruction.
     *
     * @param afterDisabled how long a version is disabled first
     * @return the policy
     */
    public RotationPolicy withDestruction(Duration afterDisabled) {
        return new RotationPolicy(period, publishAhead, retireLate, Objects.requireNonNull(afterDisabled), notices);
    }

    /**
     * Returns this policy with notices.
     *
     * @param before how long before the primary version changes, each given once
     * @return the policy
     */
    public RotationPolicy withNotices(Duration... before) {
        return new RotationPolicy(period, publishAhead, retireLate, destroyAfter, List.of(before));
    }

    /**
     * Returns the step that comes next, due or not.
     *
     * @param keyring as it stands
     * @return the earliest step; nothing if there is none
     */
    public Optional<RotationStep> next(Keyring<?> keyring) {
        return steps(keyring).min(Comparator.comparing(RotationStep::dueAt).thenComparing(RotationStep::kind));
    }

    /**
     * Returns when the primary version is to change.
     *
     * @param keyring as it stands
     * @return the time; nothing without a primary version
     */
    public Optional<Instant> changeDue(Keyring<?> keyring) {
        return keyring.primary().map(primary -> promotion(primary, keyring));
    }

    /** The steps whose time has come, the earliest first. */
    Stream<RotationStep> due(Keyring<?> keyring, Instant now) {
        return steps(keyring)
                .filter(step -> step.due(now))
                .sorted(Comparator.comparing(RotationStep::dueAt).thenComparing(RotationStep::kind));
    }

    private Stream<RotationStep> steps(Keyring<?> keyring) {
        var primary = keyring.primary();
        var pending = keyring.in(KeyState.PENDING);
        Stream<RotationStep> forward;
        if (primary.isEmpty()) {
            // Nobody relies on an earlier version, so nobody has to hear of the first one ahead.
            forward = Stream.of(pending.map(
                            version -> new RotationStep(RotationStep.Kind.PROMOTE, version.number(), version.since()))
                    .orElseGet(() -> new RotationStep(
                            RotationStep.Kind.PUBLISH, keyring.versions().size() + 1, Instant.EPOCH)));
        } else if (pending.isPresent()) {
            forward = Stream.of(new RotationStep(
                    RotationStep.Kind.PROMOTE, pending.get().number(), promotion(primary.get(), keyring)));
        } else {
            forward = Stream.of(new RotationStep(
                    RotationStep.Kind.PUBLISH,
                    keyring.versions().size() + 1,
                    primary.get().since().plus(period).minus(publishAhead)));
        }
        return Stream.concat(forward, keyring.versions().stream().flatMap(this::backward));
    }

    /** Never before others can know the new version, however late it was published. */
    private Instant promotion(KeyVersion<?> primary, Keyring<?> keyring) {
        Instant planned = primary.since().plus(period);
        return keyring.in(KeyState.PENDING)
                .map(version -> version.since().plus(publishAhead))
                .filter(planned::isBefore)
                .orElse(planned);
    }

    private Stream<RotationStep> backward(KeyVersion<?> version) {
        if (version.state() == KeyState.RETIRING) {
            return Stream.of(new RotationStep(
                    RotationStep.Kind.DISABLE, version.number(), version.since().plus(retireLate)));
        }
        if (version.state() == KeyState.DISABLED && destroyAfter != null) {
            return Stream.of(new RotationStep(
                    RotationStep.Kind.DESTROY, version.number(), version.since().plus(destroyAfter)));
        }
        return Stream.empty();
    }
}
