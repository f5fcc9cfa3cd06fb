/**
 * A year of zero curves from par yields, and curves fitted to a book of Treasuries, as one page of pictures.
 *
 * <p>Rates are decimals inside and percent on the page, prices per 100 of face.
 */
@NullMarked
package io.bondtrader.examples.curves;

import org.jspecify.annotations.NullMarked;
