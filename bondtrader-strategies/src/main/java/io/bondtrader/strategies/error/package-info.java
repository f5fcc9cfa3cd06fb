/** The failures of {@code bondtrader-strategies}: codes {@code BT-41nn}. */
@NullMarked
package io.bondtrader.strategies.error;

import org.jspecify.annotations.NullMarked;
