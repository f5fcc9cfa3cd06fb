/** Checks a log offline, with nothing but its files and the keys that somebody trusts. */
@NullMarked
package io.bondtrader.compliance.audit.verify;

import org.jspecify.annotations.NullMarked;
