package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.pricing.KeyTenors;

/** The weights of keys at the payment days of a grid, times the time: two numbers a day, for a day lies between two keys. */
final class KeyWeights {

    private final int keys;
    private final int[] left;
    private final double[] toLeft;
    private final double[] toRight;
    private final double[] origin; // at settlement, for every key

    KeyWeights(KeyTenors tenors, double[] curveYears, double originYears) {
        this.keys = tenors.count();
        this.left = new int[curveYears.length];
        this.toLeft = new double[left.length];
        this.toRight = new double[left.length];
        int key = 0; // days ascend, and so do keys
        for (int g = 0; g < left.length; g++) {
            double time = curveYears[g];
            while (key + 2 < keys && tenors.years(key + 1) <= time) {
                key++;
            }
            left[g] = key;
            toLeft[g] = time * tenors.weight(key, time);
            toRight[g] = keys > 1 ? time * tenors.weight(key + 1, time) : 0;
        }
        this.origin = new double[keys];
        for (int k = 0; k < keys; k++) {
            origin[k] = originYears * tenors.weight(k, originYears);
        }
    }

    void add(int day, double value, double[] target, int offset) {
        target[offset + left[day]] += value * toLeft[day];
        if (keys > 1) {
            target[offset + left[day] + 1] += value * toRight[day];
        }
    }

    void subtractOrigin(double worth, double[] target, int offset) {
        for (int k = 0; k < keys; k++) {
            target[offset + k] -= worth * origin[k];
        }
    }
}
