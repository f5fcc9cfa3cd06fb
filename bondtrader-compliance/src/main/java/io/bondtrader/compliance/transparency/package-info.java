/** What of an order, a quote or a trade in a bond must be made public, and when: the Union's rules and those of the United Kingdom. */
@NullMarked
package io.bondtrader.compliance.transparency;

import org.jspecify.annotations.NullMarked;
