/** How events become bytes, bytes become frames, and frames become files: nothing that a user needs. */
@NullMarked
package io.bondtrader.compliance.audit.internal;

import org.jspecify.annotations.NullMarked;
