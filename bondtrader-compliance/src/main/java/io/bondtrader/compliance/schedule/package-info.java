/**
 * Reports at their times: calendars, retries, runs that were missed while nobody was there, and delivery. It has no thread
 * and no clock of its own: the host calls, and the state is that of the log.
 */
@NullMarked
package io.bondtrader.compliance.schedule;

import org.jspecify.annotations.NullMarked;
