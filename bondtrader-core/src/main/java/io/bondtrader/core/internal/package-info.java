/** What several packages of core stand on and nobody outside may use: arithmetic with the same bits on every machine. */
@NullMarked
package io.bondtrader.core.internal;

import org.jspecify.annotations.NullMarked;
