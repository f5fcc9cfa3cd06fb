/**
 * Every critical number computed twice, by methods that share nothing, and compared: paths, tolerances, verdicts,
 * policies, discrepancies, and the record that proves what was calculated from what.
 *
 * <p>{@link io.bondtrader.core.verify.Verifier} is the place to start. Units are those of each {@link
 * io.bondtrader.core.verify.Measure}; unless a signature says {@link org.jspecify.annotations.Nullable}, nothing is
 * null.
 */
@NullMarked
package io.bondtrader.core.verify;

import org.jspecify.annotations.NullMarked;
