/**
 * One engine for back-tests, paper and live trading: one logical clock, strategies side by side under one budget of risk,
 * orders, fills and exact cash. Risk is in DV01, currency units for one basis point.
 */
@NullMarked
package io.bondtrader.strategies.engine;

import org.jspecify.annotations.NullMarked;
