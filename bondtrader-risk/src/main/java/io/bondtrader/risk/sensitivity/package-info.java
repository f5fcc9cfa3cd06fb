/**
 * What a book of positions is worth and how it answers to rates and spreads, position by position and by any grouping.
 *
 * <p>Money is in the reporting currency of the {@link io.bondtrader.risk.sensitivity.RiskMarket}; DV01, key-rate DV01 and
 * CS01 are what is lost when rates or spreads rise by one basis point, positive for a long position.
 */
@NullMarked
package io.bondtrader.risk.sensitivity;

import org.jspecify.annotations.NullMarked;
