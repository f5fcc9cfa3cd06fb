/**
 * What an audit event is (who did what, when, on which inputs and with which result), the sink that keeps it, and the
 * canonical JSON in which its bytes are the same on every machine.
 */
@NullMarked
package io.bondtrader.core.audit;

import org.jspecify.annotations.NullMarked;
