/** Hands audit events to Datadog's log intake. */
@NullMarked
package io.bondtrader.datadog;

import org.jspecify.annotations.NullMarked;
