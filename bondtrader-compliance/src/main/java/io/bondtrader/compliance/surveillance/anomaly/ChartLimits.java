package io.bondtrader.compliance.surveillance.anomaly;

/** The limits that spend what the charts may spend of the false alarm rate. */
record ChartLimits(double cusum, double ewma) {}
