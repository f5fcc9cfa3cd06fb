/** How well orders were executed, measured against composite prices. */
@NullMarked
package io.bondtrader.compliance.report.execution;

import org.jspecify.annotations.NullMarked;
