/**
 * A bond desk in these terms: its permissions, the built-in roles, the duties that a desk separates, and how far each role
 * may go in notional, DV01, tenor and issuer before somebody else must agree.
 */
@NullMarked
package io.bondtrader.security.access.desk;

import org.jspecify.annotations.NullMarked;
