package io.github.microgradj.languagemodel;

/**
 * The size of a language model. All numbers are 1 for a bigram, whose size depends only on the alphabet.
 *
 * @param layers the number of layers
 * @param heads the number of attention heads of a GPT, a divisor of the width
 * @param width the length of the row of numbers that stands for a token
 * @param blockSize the maximum number of tokens from which the next one is predicted
 */
public record ModelSize(int layers, int heads, int width, int blockSize) {
    public ModelSize {
        check(layers, "a number of layers");
        check(heads, "a number of heads");
        check(width, "a width");
        check(blockSize, "a block size");
        if (width % heads != 0) {
            throw new IllegalArgumentException("expected a width that is a multiple of the number of heads, got width "
                    + width + " and " + heads + " heads");
        }
    }

    private static void check(int number, String what) {
        if (number < 1 || number > 4096) {
            throw new IllegalArgumentException("expected " + what + " from 1 to 4096, got " + number);
        }
    }
}
