package io.bondtrader.risk.optimise;

/**
 * Turns the branches of a tree so that the distances between neighbouring leaves have the least sum.
 *
 * <pre>
 * M(v, u, w) = min over m, k of  M(a, u, m) + d(m, k) + M(b, k, w)
 * </pre>
 *
 * <p>for the least sum of subtree v = (a, b) that begins with leaf u and ends with leaf w, in two stages of n³ steps in all.
 * Source: Bar-Joseph, Gifford and Jaakkola, "Fast Optimal Leaf Ordering for Hierarchical Clustering", Bioinformatics 17 (2001).
 */
final class LeafOrder {

    private final int n;
    private final SingleLinkage tree;
    private final double[] distance;
    private final double[][] least; // M of the smallest subtree that has both leaves
    private final int[][] leaves; // of each cluster

    private LeafOrder(SingleLinkage tree, int n, double[] distance) {
        this.n = n;
        this.tree = tree;
        this.distance = distance;
        this.least = new double[n][n];
        this.leaves = new int[2 * n - 1][];
    }

    static int[] optimal(SingleLinkage tree, int n, double[] distance) {
        if (n < 3) {
            return tree.leaves();
        }
        LeafOrder order = new LeafOrder(tree, n, distance);
        for (int cluster = 0; cluster < 2 * n - 1; cluster++) {
            order.leaves[cluster] = tree.leavesOf(cluster);
        }
        for (int k = 0; k < n - 1; k++) {
            order.join(tree.left[k], tree.right[k]);
        }
        int root = 2 * n - 2;
        int first = -1;
        int last = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int u : order.leaves[tree.left[root - n]]) {
            for (int w : order.leaves[tree.right[root - n]]) {
                if (order.least[u][w] < best) {
                    best = order.least[u][w];
                    first = u;
                    last = w;
                }
            }
        }
        int[] row = new int[n];
        order.lay(root, first, last, row, 0);
        return row;
    }

    /** Leaves on which a cluster can end when it begins with a leaf: those of its other branch. */
    private int[] opposite(int cluster, int leaf) {
        if (cluster < n) {
            return leaves[cluster];
        }
        int left = tree.left[cluster - n];
        return contains(left, leaf) ? leaves[tree.right[cluster - n]] : leaves[left];
    }

    private boolean contains(int cluster, int leaf) {
        for (int other : leaves[cluster]) {
            if (other == leaf) {
                return true;
            }
        }
        return false;
    }

    private void join(int a, int b) {
        double[] through = new double[n];
        for (int u : leaves[a]) {
            int[] ends = opposite(a, u);
            for (int k : leaves[b]) {
                double best = Double.POSITIVE_INFINITY;
                for (int m : ends) {
                    best = Math.min(best, least[u][m] + distance[m * n + k]);
                }
                through[k] = best;
            }
            for (int w : leaves[b]) {
                double best = Double.POSITIVE_INFINITY;
                for (int k : opposite(b, w)) {
                    best = Math.min(best, through[k] + least[k][w]);
                }
                least[u][w] = best;
                least[w][u] = best;
            }
        }
    }

    /** Lays a subtree from its first leaf to its last. */
    private void lay(int cluster, int first, int last, int[] row, int from) {
        if (cluster < n) {
            row[from] = cluster;
            return;
        }
        boolean forward = contains(tree.left[cluster - n], first);
        int a = forward ? tree.left[cluster - n] : tree.right[cluster - n];
        int b = forward ? tree.right[cluster - n] : tree.left[cluster - n];
        int bestM = -1;
        int bestK = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int m : opposite(a, first)) {
            for (int k : opposite(b, last)) {
                double sum = least[first][m] + distance[m * n + k] + least[k][last];
                if (sum < best) {
                    best = sum;
                    bestM = m;
                    bestK = k;
                }
            }
        }
        lay(a, first, bestM, row, from);
        lay(b, bestK, last, row, from + leaves[a].length);
    }
}
