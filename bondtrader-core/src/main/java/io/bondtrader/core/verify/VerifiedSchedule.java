package io.bondtrader.core.verify;

import io.bondtrader.core.time.Schedule;

/**
 * A schedule with its evidence. Immutable and safe for use by many threads.
 *
 * @param schedule the schedule, as {@code time} generates it
 * @param dates how many boundaries it has, against how many of them an inspection of every day confirms
 */
public record VerifiedSchedule(Schedule schedule, Verified dates) {}
