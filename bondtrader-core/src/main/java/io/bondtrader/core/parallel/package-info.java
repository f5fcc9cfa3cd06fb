/** How long work is spread over threads, watched and called off: the same few pieces wherever something runs long. */
@NullMarked
package io.bondtrader.core.parallel;

import org.jspecify.annotations.NullMarked;
