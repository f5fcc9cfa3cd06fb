/** What several packages of this module need and nobody else may use. */
@NullMarked
package io.bondtrader.risk.internal;

import org.jspecify.annotations.NullMarked;
