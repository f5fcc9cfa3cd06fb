/** Yields of many bonds at once by the vector instructions of the processor, with the bits of the library's own. */
@NullMarked
package io.bondtrader.vector;

import org.jspecify.annotations.NullMarked;
