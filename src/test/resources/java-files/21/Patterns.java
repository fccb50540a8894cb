import java.util.List;

/** Patterns in switch, as Java 21 has them. */
public class Patterns {
    sealed interface Tree permits Leaf, Node {}

    record Leaf(int value) implements Tree {}

    record Node(Tree left, Tree right) implements Tree {}

    static int sum(Tree tree) {
        return switch (tree) {
            case Leaf(int value) -> value;
            // both halves
            case Node(Leaf(var l), Leaf(var r)) -> l + r;
            case Node(Tree l, Tree r) -> sum(l) + sum(r);
        };
    }

    static String describe(Object o) {
        return switch (o) {
            case null -> "nothing";
            case Integer i when i > 10 -> "large " + i;
            case Integer i -> "small " + i;
            case String s -> s.isEmpty() ? "empty" : "text " + s;
            case int[] array -> "array of " + array.length;
            case List<?> list when list.isEmpty() -> "empty list";
            default ->
                throw new IllegalArgumentException(o.getClass().getSimpleName());
        };
    }

    public static void main(String[] args) {
        System.out.println(sum(new Node(new Node(new Leaf(1), new Leaf(2)), new Leaf(3))));
        for (Object each : new Object[] {null, 3, 30, "", "t", new int[2], List.of()}) {
            System.out.println(describe(each));
        }
        try {
            describe(1.5);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
