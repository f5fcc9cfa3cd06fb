package io.bondtrader.risk.optimise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The tree that single linkage builds: its branches are the edges of a minimum spanning tree, shortest first.
 *
 * <p>Cluster n + k joins two clusters, the one of lower number on the left. Source: Gower and Ross, "Minimum Spanning Trees and
 * Single Linkage Cluster Analysis", Applied Statistics 18 (1969); Prim's algorithm, n² steps.
 */
final class SingleLinkage {

    final int[] left;
    final int[] right;

    private SingleLinkage(int[] left, int[] right) {
        this.left = left;
        this.right = right;
    }

    /** By the squared Euclidean distance between columns of a symmetric matrix. */
    static SingleLinkage ofColumns(int n, double[] distance) {
        return of(n, ColumnDistances.squared(n, distance));
    }

    static SingleLinkage of(int n, double[] distance) {
        double[] nearest = new double[n];
        int[] from = new int[n];
        boolean[] done = new boolean[n];
        double[] lengths = new double[Math.max(0, n - 1)];
        int[] starts = new int[lengths.length];
        int[] ends = new int[lengths.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int current = 0;
        for (int k = 0; k < lengths.length; k++) {
            done[current] = true;
            int next = -1;
            for (int j = 0; j < n; j++) {
                if (done[j]) {
                    continue;
                }
                double length = distance[current * n + j];
                if (length < nearest[j]) {
                    nearest[j] = length;
                    from[j] = current;
                }
                if (next < 0 || nearest[j] < nearest[next]) {
                    next = j;
                }
            }
            lengths[k] = nearest[next];
            starts[k] = from[next];
            ends[k] = next;
            current = next;
        }
        return merge(n, lengths, starts, ends);
    }

    private static SingleLinkage merge(int n, double[] lengths, int[] starts, int[] ends) {
        int[] parent = new int[2 * n];
        Arrays.setAll(parent, i -> i);
        int[] left = new int[lengths.length];
        int[] right = new int[lengths.length];
        int[] shortestFirst = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> lengths[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k = 0; k < left.length; k++) {
            int one = root(parent, starts[shortestFirst[k]]);
            int other = root(parent, ends[shortestFirst[k]]);
            left[k] = Math.min(one, other);
            right[k] = Math.max(one, other);
            parent[one] = n + k;
            parent[other] = n + k;
        }
        return new SingleLinkage(left, right);
    }

    private static int root(int[] parent, int node) {
        int root = node;
        while (parent[root] != root) {
            root = parent[root];
        }
        int walk = node;
        while (parent[walk] != root) {
            int next = parent[walk];
            parent[walk] = root;
            walk = next;
        }
        return root;
    }

    /** The leaves from left to right. */
    int[] leaves() {
        int n = left.length + 1;
        return leavesOf(n == 1 ? 0 : 2 * n - 2);
    }

    int[] leavesOf(int cluster) {
        int n = left.length + 1;
        int[] stack = new int[n + 1];
        int[] leaves = new int[n];
        int count = 0;
        int top = 0;
        stack[top++] = cluster;
        while (top > 0) {
            int node = stack[--top];
            if (node < n) {
                leaves[count++] = node;
            } else {
                stack[top++] = right[node - n];
                stack[top++] = left[node - n];
            }
        }
        return Arrays.copyOf(leaves, count);
    }
}
