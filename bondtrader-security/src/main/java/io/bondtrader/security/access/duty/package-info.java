/**
 * What was done to each object by whom: the history on which segregated duties are judged. The audit log of compliance can
 * stand behind it; the embedded default keeps it in memory.
 */
@NullMarked
package io.bondtrader.security.access.duty;

import org.jspecify.annotations.NullMarked;
