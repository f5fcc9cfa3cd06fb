/**
 * Personal data: encrypted by keys of its own before it is logged, shown to whom it is about, restricted, and erased by
 * destroying the key, as far as no duty and no hold keeps it.
 */
@NullMarked
package io.bondtrader.compliance.privacy;

import org.jspecify.annotations.NullMarked;
