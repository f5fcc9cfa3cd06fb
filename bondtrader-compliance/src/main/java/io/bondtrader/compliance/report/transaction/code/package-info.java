/** Codes of ISO registers that reports are written in, as dated data. */
@NullMarked
package io.bondtrader.compliance.report.transaction.code;

import org.jspecify.annotations.NullMarked;
