/**
 * What a desk must be able to answer for, years later: what was done, by whom, on which numbers, and who was told.
 *
 * <p>The package tree covers the durable audit log with its queries and exports, retention, the reports of the market and
 * data-protection rules, surveillance for market abuse and the schedule by which all of it falls due. It records through
 * {@code io.bondtrader.security}, so an entry that was changed afterwards can be told from one that was not.
 *
 * <p>Each rule names the provision it implements. Instants are UTC.
 */
@NullMarked
package io.bondtrader.compliance;

import org.jspecify.annotations.NullMarked;
