package io.bondtrader.core.curve;

/** The ways to go on beyond a node that need no parameter. */
enum StandardExtrapolator implements Extrapolator {
    FLAT("flat"),
    LINEAR("linear"),
    FLAT_FORWARD("flat forward"),
    NONE("none");

    private final String officialName;

    StandardExtrapolator(String officialName) {
        this.officialName = officialName;
    }

    @Override
    public String officialName() {
        return officialName;
    }
}
