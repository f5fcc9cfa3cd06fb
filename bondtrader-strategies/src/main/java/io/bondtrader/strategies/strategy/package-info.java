/**
 * What a strategy is: configuration that does not change, and a function from what was published to what it would like to
 * hold. Risk is stated in DV01: currency units for one basis point.
 */
@NullMarked
package io.bondtrader.strategies.strategy;

import org.jspecify.annotations.NullMarked;
