/**
 * Computes files of golden values through the public API of the library and says which rows agree. Each kind of file is
 * one small class that implements {@code GoldenFile}; {@code GoldenFiles} lists them. Rates are decimals and prices are per
 * 100 of face, except where a file says otherwise.
 */
@NullMarked
package io.bondtrader.examples.conformance;

import org.jspecify.annotations.NullMarked;
