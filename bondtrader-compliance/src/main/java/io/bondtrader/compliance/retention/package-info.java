/** How long records live: the law's clocks, holds that stop them, archives, deletion, and the report of all that. */
@NullMarked
package io.bondtrader.compliance.retention;

import org.jspecify.annotations.NullMarked;
