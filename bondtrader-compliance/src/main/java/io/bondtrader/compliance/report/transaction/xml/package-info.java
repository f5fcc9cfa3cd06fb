/**
 * Messages to and from authorities as XML: ISO 20022 auth.016.001.01 (reports), auth.031.001.01 (feedback), with or
 * without the business envelope head.003.001.01 and its header head.001.001.01.
 */
@NullMarked
package io.bondtrader.compliance.report.transaction.xml;

import org.jspecify.annotations.NullMarked;
