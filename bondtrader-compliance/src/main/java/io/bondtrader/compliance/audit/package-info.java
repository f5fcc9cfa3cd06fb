/** The audit log: what an event says, how it is kept, and how anybody proves afterwards that it is whole. */
@NullMarked
package io.bondtrader.compliance.audit;

import org.jspecify.annotations.NullMarked;
