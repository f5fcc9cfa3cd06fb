/** Shared by packages of this module, and supported for nobody else: files that belong to one user alone. */
@NullMarked
package io.bondtrader.security.internal;

import org.jspecify.annotations.NullMarked;
