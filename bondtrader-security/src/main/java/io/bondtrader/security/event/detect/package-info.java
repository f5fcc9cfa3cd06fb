/**
 * Attacks that show in the stream of events alone: each detector reads the events in their order and time and says what it
 * found; people are alerted once, and the request that the event belongs to never notices.
 */
@NullMarked
package io.bondtrader.security.event.detect;

import org.jspecify.annotations.NullMarked;
