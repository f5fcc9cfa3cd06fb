/** Where requests come from: addresses and sets of them, and what browsers are told. */
@NullMarked
package io.bondtrader.security.network;

import org.jspecify.annotations.NullMarked;
