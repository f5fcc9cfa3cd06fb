/** Reports of risk, as JSON for machines and as one self-contained page for people. */
@NullMarked
package io.bondtrader.risk.report;

import org.jspecify.annotations.NullMarked;
