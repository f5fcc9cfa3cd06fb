/**
 * What is unusual for whoever trades, beyond rules: features of each window of trading, compared with the subject's own
 * past by season, by robust statistics whose rate of false alarms is set beforehand; and when a figure that grows will
 * reach its limit.
 *
 * <p>Nothing here knows what abuse is. An anomaly is a reason to look, never a finding.
 *
 * <p>Times are nanoseconds since 1970 in UTC, days and hours are those of UTC.
 */
@NullMarked
package io.bondtrader.compliance.surveillance.anomaly;

import org.jspecify.annotations.NullMarked;
