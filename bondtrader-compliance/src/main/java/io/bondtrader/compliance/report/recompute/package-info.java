/** The program that computes reports again from a copy of the log, and says where they differ. */
@NullMarked
package io.bondtrader.compliance.report.recompute;

import org.jspecify.annotations.NullMarked;
