/**
 * What happened that security must know of: events in the words of OWASP's logging vocabulary, and where they go. No event
 * carries a secret.
 */
@NullMarked
package io.bondtrader.security.event;

import org.jspecify.annotations.NullMarked;
