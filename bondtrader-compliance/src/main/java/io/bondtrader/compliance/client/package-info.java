/** Client categorisation: tests of MiFID II Annex II, and the life of a category from request to review. */
@NullMarked
package io.bondtrader.compliance.client;

import org.jspecify.annotations.NullMarked;
