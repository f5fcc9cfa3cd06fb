/** What compliance has to look at today, on one page. */
@NullMarked
package io.bondtrader.compliance.overview;

import org.jspecify.annotations.NullMarked;
