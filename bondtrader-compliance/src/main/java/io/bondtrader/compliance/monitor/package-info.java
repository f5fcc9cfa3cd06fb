/** Rules before and after a trade: lists, borders, sanctions, short sales, concentration and suitability. */
@NullMarked
package io.bondtrader.compliance.monitor;

import org.jspecify.annotations.NullMarked;
