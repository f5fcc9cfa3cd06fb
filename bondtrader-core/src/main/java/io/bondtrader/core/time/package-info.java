/**
 * Days, and what markets make of them: day counts, frequencies, tenors, holiday calendars, business-day conventions and
 * schedules.
 *
 * <p>Dates are {@link java.time.LocalDate}; times are years by a stated {@link io.bondtrader.core.time.DayCount}. A
 * {@link io.bondtrader.core.time.HolidayCalendar} knows until which day it is known, and refuses to answer past it.
 * Nothing here reads the clock.
 */
@NullMarked
package io.bondtrader.core.time;

import org.jspecify.annotations.NullMarked;
