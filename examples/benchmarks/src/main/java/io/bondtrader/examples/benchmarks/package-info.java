/**
 * What a price, a yield and a duration cost, with OpenGamma Strata measured in the same run on the same bonds.
 *
 * <p>Both sides get the same terms, settlement date and yields, and a test holds both to the same values before any of it is
 * timed. Prices are per 100 of face, yields decimals compounded twice a year.
 */
@NullMarked
package io.bondtrader.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
