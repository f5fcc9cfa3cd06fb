/**
 * Evidence of internal control for sections 302 and 404 of the Sarbanes-Oxley Act: who may do what, who holds duties that do
 * not go together, who certified it, what was changed by whom, and which controls ran. All of it comes from the verified log.
 */
@NullMarked
package io.bondtrader.compliance.report.sox;

import org.jspecify.annotations.NullMarked;
