package io.bondtrader.compliance.surveillance.simulation;

/** An order that rests in a simulated market. */
final class Resting {

    final String id;
    final String account;
    final String venue;
    final int sign;
    double price;
    double open;
    boolean ended;

    Resting(String id, String account, String venue, int sign, double price, double open) {
        this.id = id;
        this.account = account;
        this.venue = venue;
        this.sign = sign;
        this.price = price;
        this.open = open;
    }
}
