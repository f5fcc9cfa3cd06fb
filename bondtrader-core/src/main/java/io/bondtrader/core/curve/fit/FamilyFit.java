package io.bondtrader.core.curve.fit;

import io.bondtrader.core.curve.DiscountCurve;

/** What a family came to for the bonds that it was given: its curve, and how many starts and steps that took. */
record FamilyFit(DiscountCurve curve, double penalty, int starts, int iterations) {}
