/** Events of the log handed on as they come, each at least once, to systems outside. */
@NullMarked
package io.bondtrader.compliance.audit.stream;

import org.jspecify.annotations.NullMarked;
