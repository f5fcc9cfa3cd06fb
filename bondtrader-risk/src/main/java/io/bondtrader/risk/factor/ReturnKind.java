package io.bondtrader.risk.factor;

/** How the move of a factor from one level to another is measured, and how it is applied to today's level. */
public enum ReturnKind {
    /** The difference: for rates and spreads, which may be zero or negative. */
    ABSOLUTE {
        @Override
        double move(double before, double after) {
            return after - before;
        }

        @Override
        public double apply(double level, double move) {
            return level + move;
        }
    },
    /** The difference over the level before: for prices and currencies. */
    RELATIVE {
        @Override
        double move(double before, double after) {
            return after / before - 1;
        }

        @Override
        public double apply(double level, double move) {
            return level * (1 + move);
        }
    },
    /** The logarithm of the ratio: for prices and currencies; such moves add up over time. */
    LOGARITHMIC {
        @Override
        double move(double before, double after) {
            return Math.log(after / before);
        }

        @Override
        public double apply(double level, double move) {
            return level * Math.exp(move);
        }
    };

    abstract double move(double before, double after);

    /**
     * Moves a level.
     *
     * @param level today's level
     * @param move a move of this kind
     * @return the level after the move
     */
    public abstract double apply(double level, double move);
}
