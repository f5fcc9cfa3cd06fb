/** Witnesses: others who sign a log's checkpoint once they have seen that it only grew. */
@NullMarked
package io.bondtrader.compliance.audit.witness;

import org.jspecify.annotations.NullMarked;
