/**
 * The audit log on disk: segments that are appended to and forced, signed with every commit, and the tiles of C2SP
 * tlog-tiles that are made from them for other tools to read.
 */
@NullMarked
package io.bondtrader.compliance.audit.store;

import org.jspecify.annotations.NullMarked;
