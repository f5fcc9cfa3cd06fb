/** Hands audit events to Splunk's HTTP Event Collector. */
@NullMarked
package io.bondtrader.splunk;

import org.jspecify.annotations.NullMarked;
