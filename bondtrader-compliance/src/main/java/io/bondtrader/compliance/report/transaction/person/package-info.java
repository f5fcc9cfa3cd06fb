/** Natural persons in transaction reports: which identifier, in which form. */
@NullMarked
package io.bondtrader.compliance.report.transaction.person;

import org.jspecify.annotations.NullMarked;
