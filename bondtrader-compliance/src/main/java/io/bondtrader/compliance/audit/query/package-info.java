/** What the log says about somebody, something or some time, each answer with its proof. */
@NullMarked
package io.bondtrader.compliance.audit.query;

import org.jspecify.annotations.NullMarked;
