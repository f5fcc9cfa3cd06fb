/** Chooses a portfolio of Treasuries and says what each limit costs. */
@NullMarked
package io.bondtrader.examples.portfolio;

import org.jspecify.annotations.NullMarked;
