/** Hands audit events to a syslog server by TCP or TLS. */
@NullMarked
package io.bondtrader.syslog;

import org.jspecify.annotations.NullMarked;
