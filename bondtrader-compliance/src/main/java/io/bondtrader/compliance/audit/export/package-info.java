/** Parts of the log for somebody else: files with a manifest that proves, offline, that nothing in them was changed or left out. */
@NullMarked
package io.bondtrader.compliance.audit.export;

import org.jspecify.annotations.NullMarked;
