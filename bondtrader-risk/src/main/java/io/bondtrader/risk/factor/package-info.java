/** What moves a book: histories of risk factors, their covariance, and the few directions that explain most of it. */
@NullMarked
package io.bondtrader.risk.factor;

import org.jspecify.annotations.NullMarked;
