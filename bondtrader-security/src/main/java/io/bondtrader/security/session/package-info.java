/**
 * Sessions: who is signed in, for how long, and until when at the latest. Start at {@link
 * io.bondtrader.security.session.Sessions}.
 */
@NullMarked
package io.bondtrader.security.session;

import org.jspecify.annotations.NullMarked;
