/** What can go wrong in risk, beyond what core already names. */
@NullMarked
package io.bondtrader.risk.error;

import org.jspecify.annotations.NullMarked;
