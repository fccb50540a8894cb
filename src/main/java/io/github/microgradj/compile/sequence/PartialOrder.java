package io.github.microgradj.compile.sequence;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A partial order of consecutive integers, starting at 0. It consists of pairs in which the first number must come
 * before the second.
 */
final class PartialOrder {
    private final int[] firstPair;
    private int[] second = new int[1 << 8];
    private int[] nextPair = new int[second.length];
    private int pairs;

    PartialOrder(int count) {
        firstPair = new int[count];
        Arrays.fill(firstPair, -1);
    }

    /** Adds a pair. A repeated pair changes nothing. */
    void add(int before, int after) {
        int latest = firstPair[before];
        if (latest >= 0 && second[latest] == after) {
            return;
        }
        if (pairs == second.length) {
            second = Arrays.copyOf(second, 2 * pairs);
            nextPair = Arrays.copyOf(nextPair, 2 * pairs);
        }
        second[pairs] = after;
        nextPair[pairs] = latest;
        firstPair[before] = pairs++;
    }

    /**
     * Returns the numbers in an order that the pairs allow. If several numbers can come next, the one with the lowest
     * rank comes first. If there are cycles, the result lacks the numbers that are on a cycle or after one.
     */
    int[] sorted(IntUnaryOperator rank) {
        return sorted(new PriorityQueue<>(Comparator.comparingInt(rank::applyAsInt)));
    }

    private int[] sorted(Queue<Integer> free) {
        int[] waiting = new int[firstPair.length];
        for (int i = 0; i < pairs; i++) {
            waiting[second[i]]++;
        }
        for (int number = 0; number < waiting.length; number++) {
            if (waiting[number] == 0) {
                free.add(number);
            }
        }
        int[] order = new int[waiting.length];
        int size = 0;
        while (!free.isEmpty()) {
            int number = free.remove();
            order[size++] = number;
            for (int pair = firstPair[number]; pair >= 0; pair = nextPair[pair]) {
                if (--waiting[second[pair]] == 0) {
                    free.add(second[pair]);
                }
            }
        }
        return Arrays.copyOf(order, size);
    }

    /** Returns, for each number, the length of the longest chain of numbers before it. There must be no cycle. */
    int[] levels() {
        int[] levels = new int[firstPair.length];
        for (int number : sorted(new ArrayDeque<>())) {
            for (int pair = firstPair[number]; pair >= 0; pair = nextPair[pair]) {
                levels[second[pair]] = Math.max(levels[second[pair]], levels[number] + 1);
            }
        }
        return levels;
    }

    /** Returns the numbers that are on a cycle, or between two cycles. */
    int[] cyclic() {
        int[] sorted = sorted(new ArrayDeque<>());
        if (sorted.length == firstPair.length) {
            return new int[0];
        }
        PartialOrder reversed = new PartialOrder(firstPair.length);
        for (int before = 0; before < firstPair.length; before++) {
            for (int pair = firstPair[before]; pair >= 0; pair = nextPair[pair]) {
                reversed.add(second[pair], before);
            }
        }
        boolean[] free = new boolean[firstPair.length];
        for (int number : sorted) {
            free[number] = true;
        }
        for (int number : reversed.sorted(new ArrayDeque<>())) {
            free[number] = true;
        }
        return IntStream.range(0, free.length).filter(i -> !free[i]).toArray();
    }
}
