/** A day of a desk as its compliance sees it. */
@NullMarked
package io.bondtrader.examples.compliance;

import org.jspecify.annotations.NullMarked;
