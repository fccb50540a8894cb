package io.github.microgradj.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A column of text: its first distinct words, numbered, and whether all cells differ. Only 64-bit hashes of the cells
 * are stored, so a million names need 8 MB.
 */
final class TextColumn {
    static final int MOST_WORDS = 20;

    /** The number of rows after which the hashes are discarded if two are equal. */
    private static final int FIRST_LOOK = 1000;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private long[] hashes = new long[FIRST_LOOK];
    private int size;
    private boolean repeats;
    private boolean overflowed;

    /** Adds a cell and returns the index of its word; all words beyond {@code MOST_WORDS} share one index. */
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

    /** Returns whether there are more distinct words than {@code MOST_WORDS}. */
    boolean overflowed() {
        return overflowed;
    }

    /** Returns the first distinct words, in order of appearance. */
    List<String> words() {
        return words;
    }
}
