/** What goes wrong in compliance, by stable codes. */
@NullMarked
package io.bondtrader.compliance.error;

import org.jspecify.annotations.NullMarked;
