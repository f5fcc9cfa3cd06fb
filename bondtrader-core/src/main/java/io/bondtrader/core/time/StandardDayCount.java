package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/** The arithmetic behind {@link DayCounts}, which states the rules and their sources. */
enum StandardDayCount implements DayCount {
    ACT_360("ACT/360"),
    ACT_364("ACT/364"),
    ACT_365F("ACT/365F"),
    ACT_365_25("ACT/365.25"),
    ACT_366("ACT/366"),
    ACT_365_ACTUAL("ACT/365-ACTUAL"),
    ACT_365L("ACT/365L"),
    NL_365("ACT/365-NL"),
    ACT_ACT_ISDA("ACT/ACT-ISDA"),
    ACT_ACT_ICMA("ACT/ACT-ICMA"),
    ACT_ACT_AFB("ACT/ACT-AFB"),
    THIRTY_360("30/360"),
    THIRTY_U_360("30U/360"),
    THIRTY_E_360("30E/360"),
    THIRTY_E_360_ISDA("30E/360-ISDA"),
    THIRTY_E_PLUS_360("30E+/360"),
    THIRTY_360_NASD("30/360-NASD"),
    THIRTY_360_ITALIAN("30/360-ITALIAN"),
    ONE_ONE("1/1"),
    ACT_365_CANADIAN("ACT/365-CANADIAN");

    private final String officialName;

    StandardDayCount(String officialName) {
        this.officialName = officialName;
    }

    @Override
    public String officialName() {
        return officialName;
    }

    @Override
    public boolean needsPeriod() {
        return this == ACT_ACT_ICMA || this == ACT_365L || this == ACT_365_CANADIAN;
    }

    @Override
    public double yearFraction(LocalDate start, LocalDate end) {
        if (needsPeriod()) {
            throw new InvalidInput("day count", officialName, "used with the accrual period that the dates belong to");
        }
        return withoutPeriod(start, end);
    }

    @Override
    public double yearFraction(LocalDate start, LocalDate end, AccrualPeriod period) {
        return switch (this) {
            case ACT_ACT_ICMA -> {
                checkOrder(start, end);
                yield QuasiCouponPeriods.icmaFraction(start.toEpochDay(), end.toEpochDay(), period);
            }
            case ACT_365_CANADIAN -> {
                checkOrder(start, end);
                yield QuasiCouponPeriods.canadianFraction(start.toEpochDay(), end.toEpochDay(), period);
            }
            case ACT_365L -> actualDays(start, end) / (double) ActualYears.lengthForAct365L(period);
            case THIRTY_E_360_ISDA -> days(start, end, period) / 360.0;
            default -> withoutPeriod(start, end);
        };
    }

    @Override
    public int days(LocalDate start, LocalDate end, AccrualPeriod period) {
        if (this != THIRTY_E_360_ISDA) {
            return days(start, end);
        }
        checkOrder(start, end);
        return ThirtyDayMonths.between(this, start, end, end.equals(period.termination()));
    }

    @Override
    public int days(LocalDate start, LocalDate end) {
        checkOrder(start, end);
        return switch (this) {
            case THIRTY_360,
                    THIRTY_U_360,
                    THIRTY_E_360,
                    THIRTY_E_360_ISDA,
                    THIRTY_E_PLUS_360,
                    THIRTY_360_NASD,
                    THIRTY_360_ITALIAN -> ThirtyDayMonths.between(this, start, end, false);
            case NL_365 -> actualDays(start, end) - ActualYears.leapDaysBetween(start, end);
            default -> actualDays(start, end);
        };
    }

    private double withoutPeriod(LocalDate start, LocalDate end) {
        int days = days(start, end);
        return switch (this) {
            case ACT_364 -> days / 364.0;
            case ACT_365F, NL_365 -> days / 365.0;
            case ACT_365_25 -> days / 365.25;
            case ACT_366 -> days / 366.0;
            case ACT_365_ACTUAL -> days / (ActualYears.leapDaysBetween(start, end) > 0 ? 366.0 : 365.0);
            case ACT_ACT_ISDA -> ActualYears.isdaFraction(start, end);
            case ACT_ACT_AFB -> ActualYears.afbFraction(start, end);
            case ONE_ONE -> days == 0 ? 0.0 : 1.0;
            default -> days / 360.0;
        };
    }

    private static int actualDays(LocalDate start, LocalDate end) {
        checkOrder(start, end);
        long days = end.toEpochDay() - start.toEpochDay();
        if (days > Integer.MAX_VALUE) {
            throw new InvalidInput("end date", end, "within 2,147,483,647 days of " + start);
        }
        return (int) days;
    }

    private static void checkOrder(LocalDate start, LocalDate end) {
        if (start.isAfter(end)) {
            throw new InvalidInput("end date", end, "on or after the start date " + start);
        }
    }

    @Override
    public String toString() {
        return officialName;
    }
}
