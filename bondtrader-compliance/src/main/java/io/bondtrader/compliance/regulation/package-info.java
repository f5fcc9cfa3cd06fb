/** Law as dated data: what was in force where, from which day to which, by which article. */
@NullMarked
package io.bondtrader.compliance.regulation;

import org.jspecify.annotations.NullMarked;
