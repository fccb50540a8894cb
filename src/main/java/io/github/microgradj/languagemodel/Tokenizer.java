package io.github.microgradj.languagemodel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An alphabet whose letters are numbered. Each letter is a token; one more token, the boundary, marks the beginning and
 * the end of a document. A letter is any Unicode code point.
 */
public final class Tokenizer {
    private final int[] letters; // code points in ascending order

    private Tokenizer(int[] letters) {
        this.letters = letters;
    }

    /** Returns the alphabet of all letters that occur in the documents, in the order of their code points. */
    public static Tokenizer of(List<String> documents) {
        return new Tokenizer(documents.stream()
                .flatMapToInt(String::codePoints)
                .distinct()
                .sorted()
                .toArray());
    }

    /** Returns the alphabet that consists of the given letters. */
    public static Tokenizer of(String letters) {
        return of(List.of(letters));
    }

    /** Returns the number of tokens: one for each letter, and one for the boundary. */
    public int vocabulary() {
        return letters.length + 1;
    }

    /** Returns the token that marks the beginning and the end of a document. It is the last token of the vocabulary. */
    public int boundary() {
        return letters.length;
    }

    /**
     * Returns the tokens of a document: the boundary, a token for each letter, and the boundary. With the alphabet a to
     * z, those of {@code ann} are 26 0 13 13 26.
     *
     * @throws IllegalArgumentException if a letter is not in the alphabet
     */
    public int[] encode(String document) {
        return IntStream.concat(IntStream.concat(IntStream.of(boundary()), tokens(document)), IntStream.of(boundary()))
                .toArray();
    }

    /** Returns the tokens of the beginning of a document: the boundary, and a token for each letter. */
    int[] encodeStart(String start) {
        return IntStream.concat(IntStream.of(boundary()), tokens(start)).toArray();
    }

    private IntStream tokens(String text) {
        return text.codePoints().map(this::token);
    }

    private int token(int letter) {
        int token = Arrays.binarySearch(letters, letter);
        if (token < 0) {
            throw new IllegalArgumentException(
                    "expected letters of the alphabet " + alphabet() + ", got " + Character.toString(letter));
        }
        return token;
    }

    /** Returns the letters of the tokens as text; boundaries are left out. */
    public String decode(int... tokens) {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            if (token != boundary()) {
                text.appendCodePoint(letters[token]);
            }
        }
        return text.toString();
    }

    /** Returns all letters in order, such as {@code abcdefghijklmnopqrstuvwxyz}. */
    public String alphabet() {
        return new String(letters, 0, letters.length);
    }

    /** Returns text such as {@code 26 letters and the boundary: abcdefghijklmnopqrstuvwxyz}. */
    @Override
    public String toString() {
        return letters.length + (letters.length == 1 ? " letter" : " letters") + " and the boundary: " + alphabet();
    }
}
