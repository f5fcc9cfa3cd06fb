package io.bondtrader.strategies.strategy;

import java.util.List;

/** What a series is: a rise of a yield is a fall of the price. */
enum Quoted {
    YIELD(-1),
    PRICE(1);

    static final Parameter PARAMETER = Parameter.choice(
            "quoted", List.of("yield", "price"), "whether a rise of the series is a fall of the price");

    private final int sign;

    Quoted(int sign) {
        this.sign = sign;
    }

    static Quoted of(String text) {
        PARAMETER.check(text);
        return text.equals("yield") ? YIELD : PRICE;
    }

    /** 1 if the price rises with the series, else -1. */
    int sign() {
        return sign;
    }
}
