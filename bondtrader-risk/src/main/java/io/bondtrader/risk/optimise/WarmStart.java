package io.bondtrader.risk.optimise;

/** Where a solve ended, for another to start from. Its arrays are not written after construction. */
final class WarmStart {

    final double[] x;
    final byte[] variableStatus;
    final byte[] rowStatus;

    WarmStart(double[] x, byte[] variableStatus, byte[] rowStatus) {
        this.x = x;
        this.variableStatus = variableStatus;
        this.rowStatus = rowStatus;
    }
}
