/**
 * Reports of transactions in bonds to competent authorities: Regulation (EU) No 600/2014, Article 26, with Delegated
 * Regulation (EU) 2017/590. What a report says, whether it may say so, when it is due and what became of it.
 */
@NullMarked
package io.bondtrader.compliance.report.transaction;

import org.jspecify.annotations.NullMarked;
