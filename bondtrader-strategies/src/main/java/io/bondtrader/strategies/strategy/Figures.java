package io.bondtrader.strategies.strategy;

/** Numbers in reasons: two digits and a sign, without the cost of a format. */
final class Figures {

    private Figures() {}

    static String signed(double number) {
        long hundredths = Math.round(Math.abs(number) * 100);
        long rest = hundredths % 100;
        return (number < 0 ? "-" : "+") + hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
