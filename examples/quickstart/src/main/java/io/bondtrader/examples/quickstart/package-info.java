/**
 * Values a book of bonds off a par yield curve, every number by two paths: a table, a JSON file and a report to look at.
 *
 * <p>Faces are in the currency's units, prices per 100 of face, yields decimals, durations years, DV01 per 100 of face for
 * one basis point unless its name says otherwise.
 */
@NullMarked
package io.bondtrader.examples.quickstart;

import org.jspecify.annotations.NullMarked;
