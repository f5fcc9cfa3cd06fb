/** Every spread of one bond, each with the price that follows back from it, as a table and a page with charts. */
@NullMarked
package io.bondtrader.examples.spreads;

import org.jspecify.annotations.NullMarked;
