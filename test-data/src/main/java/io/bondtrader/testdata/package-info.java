/** Golden vectors and market data, as the tests of every module read them. */
@NullMarked
package io.bondtrader.testdata;

import org.jspecify.annotations.NullMarked;
