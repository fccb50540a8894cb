package io.github.microgradj.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A column of words: the first few different ones, each with a number, and whether all cells are different. That is
 * found out with 64-bit hashes, so that a million names need 8 MB.
 */
final class TextColumn {
    static final int MOST_WORDS = 20;

    /** After so many rows, the hashes are forgotten if two cells were equal. */
    private static final int FIRST_LOOK = 1000;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private long[] hashes = new long[FIRST_LOOK];
    private int size;
    private boolean repeats;
    private boolean overflowed;

    /** Adds a cell and returns the number of its word; all words too many have the same number. */
    int add(String cell) {
        Integer code = codes.get(cell);
        repeats |= code != null;
        if (!repeats) {
            remember(cell);
        }
        if (code != null) {
            return code;
        }
        if (words.size() == MOST_WORDS) {
            overflowed = true;
            return MOST_WORDS;
        }
        codes.put(cell, words.size());
        words.add(cell);
        return words.size() - 1;
    }

    private void remember(String cell) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash(cell);
        if (size == FIRST_LOOK && !allDifferent()) {
            repeats = true;
            hashes = new long[0];
        }
    }

    private static long hash(String text) {
        long hash = 1;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** Returns whether there are several cells and no two are equal. */
    boolean allDifferent() {
        if (repeats || size < 2) {
            return false;
        }
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        return IntStream.range(1, size).allMatch(i -> sorted[i - 1] != sorted[i]);
    }

    /** Returns whether there are more words than a feature for each would make sense. */
    boolean overflowed() {
        return overflowed;
    }

    /** Returns the first words, in order of appearance. */
    List<String> words() {
        return words;
    }
}
