package io.bondtrader.security.mfa;

/** What became of a code, and the step or counter it was accepted for. */
record CodeCheck(CodeVerdict verdict, long step) {}
