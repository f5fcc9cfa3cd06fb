package io.bondtrader.compliance.surveillance.anomaly;

/**
 * What one feature has to do with an anomaly.
 *
 * @param feature which
 * @param value measured in the window that completed it
 * @param expected at that hour of that weekday
 * @param deviations between both, in robust standard deviations
 * @param share of the anomaly, from 0 to 1; all shares are 1 together
 */
public record Contribution(TradingFeature feature, double value, double expected, double deviations, double share) {}
