/** The tests that an implementation of one of this module's interfaces has to pass. */
@NullMarked
package io.bondtrader.risk.contract;

import org.jspecify.annotations.NullMarked;
