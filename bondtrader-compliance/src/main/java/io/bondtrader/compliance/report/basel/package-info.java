/**
 * Liquidity, capital and stress as a supervisor asks for them: figures of the risk module, written into the log when they are
 * made and taken from it with the events that they came from. Sources: Basel Framework LCR30 and LCR40, RBC20, RBC30.
 */
@NullMarked
package io.bondtrader.compliance.report.basel;

import org.jspecify.annotations.NullMarked;
