/** Value at risk of a book of Treasuries from real curves, held against what happened. */
@NullMarked
package io.bondtrader.examples.risk;

import org.jspecify.annotations.NullMarked;
