import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A generic stack with an inner class.
 *
 * @param <T> what it holds
 */
public class LinkedStack<T> implements Iterable<T> {
    private Node top;
    private int size;

    /** An inner class, not a static one: it knows T. */
    private class Node {
        final T value;
        final Node below;

        Node(T value, Node below) {
            this.value = value;
            this.below = below;
            size++;
        }
    }

    @SafeVarargs
    public static <E> LinkedStack<E> of(E... elements) {
        LinkedStack<E> stack = new LinkedStack<>();
        for (E element : elements)
            stack.push(element);
        return stack;
    }

    public void push(T value) { top = new Node(value, top); }

    public T pop() {
        if (top == null) throw new IllegalStateException("empty");
        else {
            T value = top.value;
            top = top.below;
            size--;
            return value;
        }
    }

    public int size() { return size; }

    public <R extends Comparable<? super R>> LinkedStack<R> map(Function<? super T, ? extends R> function) {
        LinkedStack<R> mapped = new LinkedStack<R>();
        forEach((Consumer<T>) each -> mapped.push(function.apply(each)));
        return mapped;
    }

    @Override
    public Iterator<T> iterator() {
        class Walk implements Iterator<T> {
            Node at = top;

            @Override
            public boolean hasNext() {
                return at != null;
            }

            @Override
            public T next() {
                T value = at.value;
                at = at.below;
                return value;
            }
        }
        return new Walk();
    }

    public static void main(String[] args) {
        LinkedStack<String> words = LinkedStack.of("one", "two", "three");
        for (String word : words) System.out.println(word);
        LinkedStack<Integer> lengths = words.map(String::length);
        int sum = 0;
        for (int length : lengths) { sum += length; }
        System.out.println(sum + " " + lengths.size());
        do {
            System.out.print(lengths.pop());
        }
        while (lengths.size() > 0);
        System.out.println();
        try { words.pop(); words.pop(); words.pop(); words.pop(); }
        catch (IllegalStateException e) { System.out.println(e.getMessage()); }
        finally { System.out.println("done"); }
    }
}
