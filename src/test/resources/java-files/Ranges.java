import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Records that check their components.
 */
public class Ranges {

    public static void main(String[] args) {
        Range range = new Range(2, 5);
        for (int i : range) {
            System.out.print(i + " ");
        }
        System.out.println();
        System.out.println(range + " " + range.length() + " " + Range.upTo(3));
        System.out.println(new Pair<>("a", 1).swapped());
        try {
            new Range(3, 1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}

/** From low, inclusively, to high, exclusively. */
record Range(int low, int high) implements Iterable<Integer> {
    /** The compact canonical constructor. */
    Range {
        if (low > high)
            throw new IllegalArgumentException(String.format("(%d,%d)", low, high));
        // else it is fine
    }

    Range(int high) {
        this(0, high);
    }

    static Range upTo(int high) {
        return new Range(high);
    }

    int length() {
        return high - low;
    }

    @Override
    public Iterator<Integer> iterator() {
        return new Iterator<>() {
            private int next = low;

            @Override
            public boolean hasNext() {
                return next < high;
            }

            @Override
            public Integer next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return next++;
            }
        };
    }
}

record Pair<A, B>(A first, B second) {
    Pair(A first, B second) {
        this.first = first;
        this.second = second;
    }

    Pair<B, A> swapped() {
        return new Pair<>(second, first);
    }
}
