/**
 * Contract kits: what every implementation of a core SPI has to do, as abstract JUnit classes. Extend one, hand it your
 * implementation, and its tests are yours.
 */
@NullMarked
package io.bondtrader.core.contract;

import org.jspecify.annotations.NullMarked;
