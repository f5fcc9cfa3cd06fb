/** What implementations of this module's interfaces have to pass; published for those who write one. */
@NullMarked
package io.bondtrader.strategies.contract;

import org.jspecify.annotations.NullMarked;
